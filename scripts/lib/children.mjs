// @ts-check
import { spawn } from 'node:child_process';
import { endProcessTree } from './processTree.mjs';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */

/** @type {Set<ChildProcess>} */
const living = new Set();

/**
 * Starts a program in a process group of its own and remembers it, so that no way out of the scripts leaves it behind.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @returns {ChildProcess}
 */
export function spawnChild(command, args, options) {
  if (living.size === 0) process.once('exit', killGroups);
  const child = spawn(command, args, { ...options, detached: process.platform !== 'win32', windowsHide: true });
  living.add(child);
  child.once('close', () => forget(child));
  child.once('error', () => forget(child));
  return child;
}

/** Ends every program that is still running, with all it started. */
export async function endChildren() {
  await Promise.all([...living].map(async child => child.pid !== undefined && endProcessTree(child.pid)));
}

/** @param {ChildProcess} child */
function forget(child) {
  living.delete(child);
  if (living.size === 0) process.removeListener('exit', killGroups);
}

/** The last resort while Node itself is leaving and can wait for nothing. */
function killGroups() {
  for (const { pid } of living) {
    try {
      if (pid !== undefined) process.kill(-pid, 'SIGKILL');
    } catch {
      // It has ended already.
    }
  }
}
