import { readFileSync } from 'node:fs';
import { link, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

const RETRY_MILLISECONDS = 20;
const UNWRITTEN_MILLISECONDS = 3_000;

/**
 * Runs `work` while no other process holds the lock. A lock is a file that names its owner by process id and start
 * time; when its owner is dead, or its number belongs to a younger process, it is taken over. Waits until the signal
 * is aborted, whose reason is thrown then.
 */
export async function withFileLock<T>(path: string, signal: AbortSignal, work: () => Promise<T>): Promise<T> {
  const owner = JSON.stringify({ pid: process.pid, start: startOf(process.pid) });
  await acquire(path, owner, signal);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function acquire(path: string, owner: string, signal: AbortSignal): Promise<void> {
  while (!(await tryCreate(path, owner))) {
    signal.throwIfAborted();
    if (!(await removeStale(path))) await pause(RETRY_MILLISECONDS);
  }
}

async function tryCreate(path: string, owner: string): Promise<boolean> {
  try {
    await writeFile(path, owner, { flag: 'wx', mode: 0o600 });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

/** Moves the file aside rather than removing it, and puts it back if it is not the stale one: somebody was faster. */
async function removeStale(path: string): Promise<boolean> {
  const content = await readFile(path, 'utf8').catch(() => null);
  if (content === null || !(await isStale(path, content))) return false;
  const aside = `${path}.${process.pid}`;
  try {
    await rename(path, aside);
    if ((await readFile(aside, 'utf8')) !== content) await link(aside, path);
    return true;
  } catch {
    return false;
  } finally {
    await rm(aside, { force: true });
  }
}

/** An empty or cut file belongs to an owner who is writing it now, or died doing so: its age decides. */
async function isStale(path: string, content: string): Promise<boolean> {
  const owner = parseOwner(content);
  if (owner === null) return Date.now() - (await stat(path)).mtimeMs > UNWRITTEN_MILLISECONDS;
  return !isAlive(owner.pid) || (owner.start !== null && startOf(owner.pid) !== owner.start);
}

function parseOwner(content: string): { readonly pid: number; readonly start: string | null } | null {
  try {
    const { pid, start } = JSON.parse(content) as { pid: unknown; start: unknown };
    return typeof pid === 'number' ? { pid, start: typeof start === 'string' ? start : null } : null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** In the kernel's ticks since boot (proc(5), field 22); null where the system does not tell without a program. */
function startOf(pid: number): string | null {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return status.slice(status.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
