// @ts-check
import { spawnChild } from './children.mjs';

const ENDS = 1500;

/**
 * Runs a program to its end and gives what it printed. A failure carries the program's own last words.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, input?: string }} [options]
 * @returns {Promise<{ stdout: string, stderr: string }>}
 */
export async function runProgram(command, args, options = {}) {
  const { cwd, env = process.env, input = '' } = options;
  const child = spawnChild(command, args, { cwd, env, stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin?.on('error', () => undefined).end(input);
  const [stdout, stderr, ending] = await Promise.all([text(child.stdout), text(child.stderr), endingOf(child)]);
  if (ending === 0) return { stdout, stderr };
  throw new Error(`${[command, ...args].join(' ')} ended with ${ending}:\n${essence(stderr.trim() || stdout.trim())}`);
}

/** @param {import('node:stream').Readable | null} stream */
async function text(stream) {
  let all = '';
  for await (const chunk of stream?.setEncoding('utf8') ?? []) all += chunk;
  return all;
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<number | string>} the exit code, or the signal's name, or why it did not start
 */
function endingOf(child) {
  return new Promise(settle => {
    child.once('error', fault => settle(fault.message));
    child.once('close', (code, signal) => settle(code ?? signal ?? 'no exit code'));
  });
}

/** @param {string} words of which the first and the last tell most */
function essence(words) {
  return words.length <= 2 * ENDS ? words : `${words.slice(0, ENDS)}\n…\n${words.slice(-ENDS)}`;
}
