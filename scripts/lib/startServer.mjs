// @ts-check
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { spawnChild } from './children.mjs';
import { endProcessTree } from './processTree.mjs';

/**
 * @typedef {object} RunningServer
 * @property {string} url its root, without a slash at the end
 * @property {number} port
 * @property {import('node:child_process').ChildProcess} process
 * @property {() => Promise<void>} stop ends it with everything it started
 */

const READY_WITHIN_MS = 60_000;
const TAIL = 4000;

/**
 * Starts a program that serves HTTP on this machine and waits until it answers.
 * @param {{ command: string, args: (port: number) => readonly string[], env: NodeJS.ProcessEnv, readyPath: string, port?: number | undefined, graceMs?: number }} server `graceMs`: how long it may take to end by itself
 * @returns {Promise<RunningServer>}
 */
export async function startServer({ command, args, env, readyPath, port, graceMs }) {
  const chosen = port ?? (await freePort());
  const child = spawnChild(command, args(chosen), { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = async () => void (child.pid !== undefined && (await endProcessTree(child.pid, graceMs)));
  const url = `http://127.0.0.1:${chosen}`;
  try {
    await untilReady(child, `${url}${readyPath}`);
    return { url, port: chosen, process: child, stop };
  } catch (fault) {
    await stop();
    throw fault;
  }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((settle, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => settle(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} url
 */
async function untilReady(child, url) {
  const words = lastWords(child);
  const deadline = performance.now() + READY_WITHIN_MS;
  while (child.exitCode === null && child.signalCode === null && performance.now() < deadline) {
    if (await answers(url)) return;
    await wait(50);
  }
  throw new Error(`The server did not come up at ${url}. Its last words:\n${words()}`);
}

/** @param {import('node:child_process').ChildProcess} child */
function lastWords(child) {
  let tail = '';
  /** @param {Buffer} chunk */
  const keep = chunk => void (tail = (tail + chunk.toString()).slice(-TAIL));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  child.on('error', fault => void (tail += fault.message));
  return () => tail;
}

/** @param {string} url */
async function answers(url) {
  return fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    response => response.ok,
    () => false,
  );
}
