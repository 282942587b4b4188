// @ts-check
import { spawnChild } from './children.mjs';

/**
 * Runs a program whose output the person sees as it comes, and does not throw when it fails.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {{ cwd: string, env?: NodeJS.ProcessEnv, keep?: boolean }} options `keep` gives the output back as well, at the price of its colours
 * @returns {Promise<{ code: number, output: string }>}
 */
export function runVisibly(command, args, { cwd, env = process.env, keep = false }) {
  const child = spawnChild(command, args, { cwd, env, stdio: ['ignore', keep ? 'pipe' : 'inherit', keep ? 'pipe' : 'inherit'] });
  let output = '';
  /** @param {Buffer} chunk */
  const pass = chunk => {
    output += chunk;
    process.stdout.write(chunk);
  };
  child.stdout?.on('data', pass);
  child.stderr?.on('data', pass);
  return new Promise((settle, reject) => {
    child.once('error', reject);
    child.once('close', code => settle({ code: code ?? 1, output }));
  });
}
