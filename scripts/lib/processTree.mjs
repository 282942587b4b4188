// @ts-check
import { execFile } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { promisify } from 'node:util';

const run = promisify(execFile);
const GRACE_MS = 3000;

/**
 * Ends a process and everything it started: a terminal or an extension host in a group of its own would outlive a plain kill.
 * @param {number} pid
 * @param {number} [graceMs] how long the tree may take to leave by itself
 */
export async function endProcessTree(pid, graceMs = GRACE_MS) {
  if (process.platform === 'win32') return endWindowsTree(pid);
  const asked = await withDescendants([pid]);
  for (const one of asked) signal(one, 'SIGTERM');
  await untilGone(asked, graceMs);
  // What did not obey may have started something new meanwhile.
  const doomed = await withDescendants(asked);
  for (const one of doomed) signal(one, 'SIGKILL');
  signal(-pid, 'SIGKILL');
  await untilGone(doomed, GRACE_MS);
}

/** @param {number} pid */
async function endWindowsTree(pid) {
  await run('taskkill', ['/pid', String(pid), '/T', '/F']).catch(() => undefined);
}

/**
 * @param {readonly number[]} roots
 * @returns {Promise<number[]>} the deepest first
 */
async function withDescendants(roots) {
  const { stdout } = await run('ps', ['-A', '-o', 'pid=,ppid=']);
  const rows = stdout
    .trim()
    .split('\n')
    .map(line => line.trim().split(/\s+/).map(Number));
  const found = new Set(roots);
  for (const parent of found) {
    for (const [pid, ppid] of rows) if (pid !== undefined && ppid === parent) found.add(pid);
  }
  return [...found].reverse();
}

/**
 * @param {number} pid negative for the process group it leads
 * @param {NodeJS.Signals} name
 */
function signal(pid, name) {
  try {
    process.kill(pid, name);
  } catch {
    // It has ended already, which is what was wanted.
  }
}

/**
 * @param {readonly number[]} pids
 * @param {number} limitMs
 */
async function untilGone(pids, limitMs) {
  const deadline = performance.now() + limitMs;
  while (pids.some(isAlive) && performance.now() < deadline) await wait(25);
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
