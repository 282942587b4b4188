// @ts-check
import { mkdir, open, readFile, rm, stat, utimes } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

const HEARTBEAT_MS = 5000;
const SILENT_MS = 60_000;

/**
 * Lets one process at a time do a piece of work on the cache folder; the others wait. A lock whose owner died is taken over.
 * @template T
 * @param {string} lock the lock file
 * @param {(line: string) => void} report
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function exclusively(lock, report, work) {
  await mkdir(dirname(lock), { recursive: true, mode: 0o700 });
  await acquire(lock, report);
  const heartbeat = setInterval(() => void touch(lock), HEARTBEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    await rm(lock, { force: true });
  }
}

/**
 * @param {string} lock
 * @param {(line: string) => void} report
 */
async function acquire(lock, report) {
  let saidSo = false;
  while (!(await create(lock))) {
    if (await isAbandoned(lock)) await rm(lock, { force: true });
    else if (!saidSo) report('another process is at it, waiting');
    saidSo = true;
    await wait(200);
  }
}

/** @param {string} lock */
async function create(lock) {
  try {
    const file = await open(lock, 'wx');
    await file.writeFile(`${hostname()} ${process.pid}`);
    await file.close();
    return true;
  } catch (fault) {
    if (/** @type {NodeJS.ErrnoException} */ (fault).code === 'EEXIST') return false;
    throw fault;
  }
}

/** @param {string} lock */
async function isAbandoned(lock) {
  try {
    const silentMs = Date.now() - (await stat(lock)).mtimeMs;
    const [host, pid] = (await readFile(lock, 'utf8')).split(' ');
    return silentMs > SILENT_MS || (host === hostname() && pid !== undefined && !isRunning(Number(pid)));
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isRunning(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (fault) {
    return /** @type {NodeJS.ErrnoException} */ (fault).code === 'EPERM';
  }
}

/** @param {string} lock */
async function touch(lock) {
  const now = new Date();
  await utimes(lock, now, now).catch(() => undefined);
}
