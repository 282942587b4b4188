import { execa } from 'execa';
import type { Readable, Writable } from 'node:stream';

/** A started launcher: its three streams, and how it ends. */
export interface LauncherProcess {
  /** Undefined where it could not be started. It leads a process group of its own. */
  readonly pid: number | undefined;
  readonly stdin: Writable;
  readonly stdout: Readable;
  readonly stderr: Readable;
  /** The exit code; null after a signal, and where it could not be started. */
  readonly exit: Promise<number | null>;
}

export interface LauncherCommand {
  readonly python: string;
  readonly launcher: string;
  /** Working folder and home. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** `-I` keeps the working folder, `PYTHON…` variables and the user's packages out; `-B` leaves the verified files as they are. */
export function startLauncher({ python, launcher, folder, environment }: LauncherCommand): LauncherProcess {
  const child = execa(python, ['-I', '-B', launcher], {
    cwd: folder,
    env: environment,
    extendEnv: false,
    stdin: 'pipe',
    encoding: 'buffer',
    buffer: false,
    reject: false,
    cleanup: false,
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  // The process's own end counts: whatever it left running may keep its streams open for ever.
  const exit = new Promise<number | null>(resolve => {
    child.once('exit', resolve);
    child.once('error', () => resolve(null));
    if (child.pid === undefined) resolve(null);
  });
  return { pid: child.pid, stdin: child.stdin, stdout: child.stdout, stderr: child.stderr, exit };
}
