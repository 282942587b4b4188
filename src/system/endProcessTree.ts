import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';

const GRACE_MS = 2_000;

/** Ends a process and what it started: politely first, for certain after two seconds. It must lead a group of its own. */
export async function endProcessTree(pid: number | undefined): Promise<void> {
  if (pid === undefined) return;
  if (process.platform === 'win32') return endOnWindows(pid);
  if (!signalGroup(pid, 'SIGTERM')) return;
  const deadline = Date.now() + GRACE_MS;
  while (signalGroup(pid, 0) && Date.now() < deadline) await new Promise(resolve => setTimeout(resolve, 50));
  signalGroup(pid, 'SIGKILL');
}

/** For a process that is about to exit itself: nothing is left of the group when this returns. */
export function endProcessTreeNow(pid: number): void {
  if (process.platform === 'win32') spawnSync(taskkill(), taskkillArguments(pid), { stdio: 'ignore', windowsHide: true });
  else signalGroup(pid, 'SIGKILL');
}

/** False when nobody of the group is left. */
function signalGroup(pid: number, signal: NodeJS.Signals | 0): boolean {
  try {
    return process.kill(-pid, signal);
  } catch {
    return false;
  }
}

function endOnWindows(pid: number): Promise<void> {
  return new Promise(resolve => {
    const killer = spawn(taskkill(), taskkillArguments(pid), { windowsHide: true, stdio: 'ignore' });
    killer.on('error', () => resolve());
    killer.on('exit', () => resolve());
  });
}

/** By its full path: the search path is not ours. */
function taskkill(): string {
  return join(process.env['SystemRoot'] ?? 'C:\\Windows', 'System32', 'taskkill.exe');
}

const taskkillArguments = (pid: number): string[] => ['/PID', String(pid), '/T', '/F'];
