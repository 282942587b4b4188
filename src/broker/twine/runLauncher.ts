import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

import type { UploadOutcome } from '../../core/messages/brokerMessages.ts';
import { endProcessTree, endProcessTreeNow } from '../../system/endProcessTree.ts';
import type { BrokerPorts } from '../ports.ts';
import type { Secret } from '../secret.ts';
import { lineWithSecret } from './jsonLine.ts';
import { launcherEnvironment } from './launcherEnvironment.ts';
import { startLauncher, type LauncherProcess } from './launcherProcess.ts';
import { readReport } from './launcherReport.ts';
import { readLines } from './outputLines.ts';
import { Redactor } from './redactor.ts';

const MOST_LOG_LINES = 400;
const LONGEST_LOG_LINE = 2_000;
/** After the launcher's end, for output that is still on its way. */
const LAST_OUTPUT_MILLISECONDS = 1_000;

export interface LaunchRequest {
  /** Absolute path of the environment's interpreter. */
  readonly python: string;
  readonly launcher: string;
  /** Where the run's private folder is made. */
  readonly storageFolder: string;
  readonly username: string;
  readonly repositoryUrl: string;
  readonly file: string;
  /** Of the file, in bytes: it decides how long the run may take. */
  readonly size: number;
  readonly token: Secret;
  readonly log: (line: string) => void;
}

/** One file, one run of twine. The secret goes over standard input, where no other process can read it. */
export class LauncherRun {
  readonly outcome: Promise<UploadOutcome>;
  readonly #request: LaunchRequest;
  readonly #ports: BrokerPorts;
  #process: LauncherProcess | null = null;
  /** Why the run is being ended, if it is. */
  #verdict: UploadOutcome | null = null;

  constructor(request: LaunchRequest, ports: BrokerPorts) {
    this.#request = request;
    this.#ports = ports;
    this.outcome = inPrivateFolder(request.storageFolder, folder => this.#run(folder));
  }

  /** Ends the process group; the outcome is `cancelled` then. */
  cancel(): void {
    this.#stop({ outcome: 'cancelled' });
  }

  /** For a broker that is about to exit. */
  endNow(): void {
    if (this.#process?.pid !== undefined) endProcessTreeNow(this.#process.pid);
  }

  async #run(folder: string): Promise<UploadOutcome> {
    if (this.#verdict !== null) return this.#verdict;
    const { python, launcher, token, username } = this.#request;
    const environment = launcherEnvironment(this.#ports.environment, python, folder);
    const started = startLauncher({ python, launcher, folder, environment });
    const redactor = new Redactor(token, username);
    this.#process = started;
    try {
      return await this.#follow(started, redactor);
    } finally {
      this.endNow();
      this.#process = null;
      redactor.wipe();
    }
  }

  async #follow(started: LauncherProcess, redactor: Redactor): Promise<UploadOutcome> {
    let report: UploadOutcome | null = null;
    readLines(started.stdout, line => void (report ??= readReport(line, redactor)));
    readLines(started.stderr, limitedLog(redactor, this.#request.log));
    const ended = Promise.all([endOf(started.stdout), endOf(started.stderr)]);
    this.#handOver(started);
    const release = this.#limitTime();
    const exitCode = await started.exit;
    release();
    await Promise.race([ended, new Promise<void>(resolve => void this.#ports.clock.after(LAST_OUTPUT_MILLISECONDS, resolve))]);
    return this.#verdict ?? report ?? silentEnd(started.pid, exitCode);
  }

  #handOver({ stdin }: LauncherProcess): void {
    const { token, username, repositoryUrl, file } = this.#request;
    const { stallSeconds } = this.#ports.limits;
    const line = token.use(secret => lineWithSecret('secret', secret, { username, repositoryUrl, file, stallSeconds }));
    stdin.on('error', () => {});
    stdin.end(line, () => line.fill(0));
  }

  #limitTime(): () => void {
    const { uploadBase, slowestBytesPerSecond } = this.#ports.limits;
    const limit = uploadBase + (this.#request.size / slowestBytesPerSecond) * 1_000;
    const detail = `The upload had not ended after ${Math.ceil(limit / 60_000)} minutes.`;
    return this.#ports.clock.after(limit, () => this.#stop({ outcome: 'connection', cause: 'stalled', detail }));
  }

  #stop(verdict: UploadOutcome): void {
    this.#verdict ??= verdict;
    void endProcessTree(this.#process?.pid);
  }
}

async function inPrivateFolder<T>(storageFolder: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(storageFolder, 'run-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function endOf(stream: Readable): Promise<void> {
  return new Promise(resolve => void stream.once('close', resolve));
}

/** A program that floods its output does not flood the log. */
function limitedLog(redactor: Redactor, log: (line: string) => void): (line: Buffer) => void {
  let count = 0;
  return line => {
    count += 1;
    if (count <= MOST_LOG_LINES) log(redactor.line(line).slice(0, LONGEST_LOG_LINE));
    if (count === MOST_LOG_LINES + 1) log('… more output was left out.');
  };
}

function silentEnd(pid: number | undefined, exitCode: number | null): UploadOutcome {
  if (pid === undefined) return { outcome: 'crashed', detail: 'The interpreter of the managed environment could not be started.' };
  const how = exitCode === null ? 'was ended by a signal' : `ended with exit code ${exitCode}`;
  return { outcome: 'crashed', detail: `The launcher of twine ${how} and told no outcome.` };
}
