// @ts-check
import { runProgram } from './runProgram.mjs';

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);
const LOOK_MS = 1000;

/**
 * Settles when the person presses Ctrl-C, the system ends us, or the npm that started us is gone: killed outright, it tells nobody.
 * @returns {Promise<void>}
 */
export function untilAskedToStop() {
  return new Promise(settle => {
    for (const name of SIGNALS) process.once(name, () => settle());
    void npmAbove(process.ppid).then(npm => npm !== undefined && watch(npm, settle));
  });
}

/**
 * @param {number} pid
 * @returns {Promise<number | undefined>} npm's process: our parent, or the one above the shell between us
 */
async function npmAbove(pid) {
  if (process.env['npm_lifecycle_event'] === undefined || process.platform === 'win32') return undefined;
  const [parent = '', command = ''] = await parentAndCommand(pid);
  if (/\bnpm\b/.test(command)) return pid;
  const [, above = ''] = await parentAndCommand(Number(parent));
  return /\bnpm\b/.test(above) ? Number(parent) : undefined;
}

/** @param {number} pid */
async function parentAndCommand(pid) {
  const { stdout } = await runProgram('ps', ['-o', 'ppid=,args=', '-p', String(pid)]).catch(() => ({ stdout: '' }));
  return /^(\d+)\s+(.*)$/.exec(stdout.trim())?.slice(1) ?? [];
}

/**
 * @param {number} pid
 * @param {() => void} whenGone
 */
function watch(pid, whenGone) {
  setInterval(() => {
    try {
      process.kill(pid, 0);
    } catch {
      whenGone();
    }
  }, LOOK_MS).unref();
}
