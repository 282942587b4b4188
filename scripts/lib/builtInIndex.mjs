// @ts-check
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { spawnChild } from './children.mjs';
import { endProcessTree } from './processTree.mjs';

/**
 * @typedef {{ uploadUrl: string, readUrl: string, webUrl: string, controlUrl: string }} IndexAddresses
 * @typedef {object} BuiltInIndex
 * @property {string} uploadUrl
 * @property {string} readUrl
 * @property {string} webUrl
 * @property {string} controlUrl
 * @property {() => Promise<string>} mint gives an upload token that works on this index only
 * @property {(path: string, body?: unknown) => Promise<unknown>} control changes its behaviour: faults, clock, flags, accounts, reset
 * @property {() => Promise<unknown>} log what it was asked so far
 * @property {() => Promise<void>} stop
 */

const READY_WITHIN_MS = 20_000;
const GRACE_MS = 2000;

/**
 * Starts the index that ships with the project: a package index on this machine that judges uploads as the real one does.
 * It leaves by itself when this process is gone.
 * @param {{ python: string, root: string, args?: readonly string[] }} options the managed environment's interpreter, the checkout
 * @returns {Promise<BuiltInIndex>}
 */
export async function startBuiltInIndex({ python, root, args = [] }) {
  const program = join(root, 'src', 'python', 'index');
  const child = spawnChild(python, ['-I', '-B', program, '--exit-with-stdin', ...args], { stdio: ['pipe', 'pipe', 'pipe'] });
  child.stdin?.on('error', () => undefined);
  try {
    const addresses = await firstLine(child);
    return { ...addresses, ...controls(addresses.controlUrl), stop: () => stop(child) };
  } catch (fault) {
    await stop(child);
    throw fault;
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @returns {Promise<IndexAddresses>}
 */
async function firstLine(child) {
  let words = '';
  child.stderr?.on('data', chunk => void (words = (words + chunk).slice(-4000)));
  if (child.stdout === null) throw new Error('The built-in index has no output.');
  const lines = createInterface({ input: child.stdout });
  const line = once(lines, 'line').then(([text]) => String(text));
  const ended = Promise.race([once(child, 'close'), once(child, 'error'), wait(READY_WITHIN_MS, undefined, { ref: false })]);
  const first = await Promise.race([line, ended.then(() => undefined)]);
  if (first === undefined) throw new Error(`The built-in index did not start:\n${words}`);
  return JSON.parse(first);
}

/** @param {string} controlUrl */
function controls(controlUrl) {
  return {
    mint: async () => String(/** @type {{ token: unknown }} */ (await control('/mint')).token),
    control,
    log: async () => answer(await fetch(below(controlUrl, '/log'))),
  };

  /**
   * @param {string} path
   * @param {unknown} [body]
   */
  async function control(path, body = {}) {
    const headers = { 'content-type': 'application/json' };
    return answer(await fetch(below(controlUrl, path), { method: 'POST', headers, body: JSON.stringify(body) }));
  }
}

/**
 * @param {string} base
 * @param {string} path
 */
function below(base, path) {
  return `${base.replace(/\/$/, '')}/${path.replace(/^\//, '')}`;
}

/** @param {Response} response */
async function answer(response) {
  const text = await response.text();
  if (!response.ok) throw new Error(`The built-in index answered ${response.status}: ${text}`);
  return text === '' ? undefined : JSON.parse(text);
}

/** @param {import('node:child_process').ChildProcess} child */
async function stop(child) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const closed = once(child, 'close');
  child.stdin?.end();
  await Promise.race([closed, wait(GRACE_MS, undefined, { ref: false })]);
  if (child.exitCode === null && child.signalCode === null) await endProcessTree(child.pid);
}
