import { createHash } from 'node:crypto';
import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { Log, Progress } from '../app/ports.ts';
import { Failure } from '../core/failure.ts';
import { lastWords } from '../core/outcome/lastWords.ts';
import { packagingEnvironment } from '../system/personEnvironment.ts';
import { environmentDigest } from '../system/environmentDigest.ts';
import { withFileLock } from '../system/fileLock.ts';
import { findPython, type Python } from './findPython.ts';
import { runProcess } from './runProcess.ts';

/** An environment of our own, with twine, build and the index's libraries from the lock. */
export interface ManagedEnvironment {
  /** Absolute path of its interpreter. */
  readonly python: string;
  readonly folder: string;
  /** Over every file of it, taken right after the installation; compared before each approved release. */
  readonly digest: string;
}

export interface EnvironmentOptions {
  /** Environments lie here, one for each lock and interpreter. */
  readonly folder: string;
  /** The lock with hashes that ships with the extension. */
  readonly lock: string;
  /** The interpreter that a person chose, else null. */
  readonly pythonPath: () => string | null;
  readonly log: Log;
  readonly progress: Progress;
}

/** Installs on first use, else returns what is there. A half installation is thrown away and made again. */
export async function ensureEnvironment(options: EnvironmentOptions, signal: AbortSignal): Promise<ManagedEnvironment> {
  const lock = await readFile(options.lock, 'utf8');
  const python = await findPython(options.pythonPath(), signal);
  const folder = join(options.folder, keyOf(lock, python));
  await mkdir(options.folder, { recursive: true, mode: 0o700 });
  return withFileLock(`${folder}.lock`, signal, async () => (await readInstalled(folder)) ?? install(options, python, folder, signal));
}

/** After files of one were changed: the next use installs it anew. */
export function discardEnvironments(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}

function keyOf(lock: string, python: Python): string {
  return createHash('sha256').update(lock).update(python.executable).update(python.version).digest('hex').slice(0, 16);
}

/** Beside the environment, not inside, and written last: without it there is none. */
const recordOf = (folder: string): string => `${folder}.json`;

async function readInstalled(folder: string): Promise<ManagedEnvironment | null> {
  try {
    const { digest } = JSON.parse(await readFile(recordOf(folder), 'utf8')) as { digest: string };
    return { folder, python: interpreterOf(folder), digest };
  } catch {
    return null;
  }
}

async function install(options: EnvironmentOptions, python: Python, folder: string, signal: AbortSignal): Promise<ManagedEnvironment> {
  options.progress.report(`Installing twine and build (once, with Python ${python.version})…`);
  await rm(folder, { recursive: true, force: true });
  await run(options, python.executable, ['-I', '-m', 'venv', folder], signal);
  const pip = ['-I', '-m', 'pip', 'install', '--no-input', '--no-deps', '--require-hashes', '--only-binary', ':all:', '-r', options.lock];
  await run(options, interpreterOf(folder), pip, signal);
  await makeReadOnly(folder);
  const digest = await environmentDigest(folder);
  await writeFile(recordOf(folder), JSON.stringify({ digest }), { mode: 0o600 });
  return { folder, python: interpreterOf(folder), digest };
}

/** Nobody has to write into it again. Folders stay writable, so that it can be removed; what is added there shows in the digest. */
async function makeReadOnly(folder: string): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    await chmod(path, (await stat(path)).mode & 0o555);
  }
}

export function interpreterOf(folder: string): string {
  return process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
}

async function run(options: EnvironmentOptions, program: string, args: readonly string[], signal: AbortSignal): Promise<void> {
  const lines: string[] = [];
  const onLine = (line: string): void => {
    lines.push(line);
    options.log.info(line);
    const collecting = /^Collecting ([A-Za-z0-9._-]+)/.exec(line);
    if (collecting?.[1]) options.progress.report(`Installing twine and build: ${collecting[1]}`);
  };
  const end = await runProcess({ program, args, folder: options.folder, environment: packagingEnvironment(process.env), onLine, signal });
  if (end.exitCode !== 0) throw failureOf(lines);
}

const NO_NETWORK = /NewConnectionError|Max retries exceeded|name resolution|ProxyError|SSLError|ReadTimeout|No matching distribution/i;

function failureOf(lines: readonly string[]): Failure {
  const isOffline = lines.some(line => NO_NETWORK.test(line));
  return new Failure(isOffline ? 'environment-no-network' : 'environment-install-failed', lastWords(lines));
}
