import { execa } from 'execa';

import { Cancelled } from '../core/failure.ts';
import { endProcessTree } from '../system/endProcessTree.ts';

export interface ProcessRequest {
  readonly program: string;
  readonly args: readonly string[];
  /** Absolute. Never a workspace's folder, where a program might pick up modules from it. */
  readonly folder: string;
  readonly environment: Readonly<Record<string, string>>;
  /** Each line of standard output and standard error as it comes. */
  readonly onLine: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Exit code null: the program could not be started. */
export interface ProcessEnd {
  readonly exitCode: number | null;
}

/** Runs a program in a group of its own, so that a cancel ends all that it started. Throws `Cancelled`. */
export async function runProcess(request: ProcessRequest): Promise<ProcessEnd> {
  request.signal.throwIfAborted();
  const child = execa(request.program, request.args, {
    cwd: request.folder,
    env: request.environment,
    extendEnv: false,
    stdin: 'ignore',
    all: true,
    buffer: false,
    reject: false,
    detached: process.platform !== 'win32',
    windowsHide: true,
  });
  const stop = (): void => void endProcessTree(child.pid);
  request.signal.addEventListener('abort', stop, { once: true });
  try {
    await readLines(child, request.onLine);
    const result = await child;
    if (request.signal.aborted) throw new Cancelled();
    return { exitCode: result.exitCode ?? null };
  } finally {
    request.signal.removeEventListener('abort', stop);
  }
}

async function readLines(
  child: { iterable(options: { from: 'all' }): AsyncIterable<unknown> },
  onLine: (line: string) => void,
): Promise<void> {
  try {
    for await (const line of child.iterable({ from: 'all' })) onLine(String(line));
  } catch {
    // The result tells how it ended.
  }
}
