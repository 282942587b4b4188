import { spawn } from 'node:child_process';

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
    const killer = spawn('taskkill', ['/PID', String(pid), '/T', '/F'], { windowsHide: true, stdio: 'ignore' });
    killer.on('error', () => resolve());
    killer.on('exit', () => resolve());
  });
}
