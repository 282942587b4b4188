import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

import type { Log, RehearsalIndex } from '../app/ports.ts';
import { Failure } from '../core/failure.ts';
import { rehearsalProfile } from '../core/indexes/indexProfile.ts';
import { bareEnvironment } from '../system/personEnvironment.ts';
import type { ManagedEnvironment } from './managedEnvironment.ts';

export interface RehearsalIndexOptions {
  /** The built-in index's code, as it ships with the extension. */
  readonly program: string;
  readonly folder: string;
  readonly log: Log;
}

/** `with` gives the port, with where the environment comes from. */
export interface RehearsalIndexes {
  with(environment: (signal: AbortSignal) => Promise<ManagedEnvironment>): RehearsalIndex;
  stop(): void;
}

const START_LIMIT_MS = 20_000;

type IndexProcess = ChildProcessByStdio<Writable, Readable, Readable>;

/**
 * A rehearsal gets an index of its own, empty, so that the same version can be rehearsed again. It stays until the next
 * one, or the end of the window, for the person to look at the result; its standard input is its tie to us.
 */
export function createRehearsalIndex(options: RehearsalIndexOptions): RehearsalIndexes {
  let running: IndexProcess | null = null;
  const stop = (): void => {
    running?.stdin.end();
    running = null;
  };
  const start = async (python: string, signal: AbortSignal): ReturnType<RehearsalIndex['start']> => {
    stop();
    const args = ['-I', '-B', options.program, '--exit-with-stdin'];
    const child = spawn(python, args, { cwd: options.folder, env: bareEnvironment(process.env), stdio: 'pipe', windowsHide: true });
    running = child;
    createInterface(child.stderr).on('line', line => options.log.info(`index: ${line}`));
    const told = await readAddresses(child, signal);
    return { profile: rehearsalProfile(told), controlUrl: told.controlUrl };
  };
  return { stop, with: environment => ({ start: async signal => start((await environment(signal)).python, signal) }) };
}

interface Addresses {
  readonly uploadUrl: string;
  readonly readUrl: string;
  readonly webUrl: string;
  readonly controlUrl: string;
}

function readAddresses(child: IndexProcess, signal: AbortSignal): Promise<Addresses> {
  return new Promise((resolve, reject) => {
    const fail = (detail: string): void => {
      child.stdin.end();
      reject(new Failure('rehearsal-index-failed', detail));
    };
    const timer = setTimeout(() => fail('It told no address within 20 seconds.'), START_LIMIT_MS);
    child.on('error', () => fail('It could not be started.'));
    child.on('exit', () => fail('It stopped.'));
    signal.addEventListener('abort', () => (child.stdin.end(), reject(signal.reason as Error)), { once: true });
    createInterface(child.stdout).once('line', line => {
      clearTimeout(timer);
      resolve(JSON.parse(line) as Addresses);
    });
  });
}
