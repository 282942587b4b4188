import { join } from 'node:path';

import { Failure } from '../core/failure.ts';
import type { StartMessage, UploadOutcome } from '../core/messages/brokerMessages.ts';
import type { FileState, SendingState } from '../core/messages/pageMessages.ts';
import type { BrokerPorts } from './ports.ts';
import type { Claim } from './release/claim.ts';
import type { Journal } from './release/journal.ts';
import { isUnchanged } from './release/stagedFile.ts';
import type { Secret } from './secret.ts';
import { LauncherRun } from './twine/runLauncher.ts';

export interface PublicationOptions {
  readonly ports: BrokerPorts;
  readonly start: StartMessage;
  readonly claim: Claim;
  readonly token: Secret;
  readonly journal: Journal;
  readonly show: (state: SendingState) => void;
}

/** An approved release on its way: file by file, each hashed again and written down before it is sent. */
export class Publication {
  readonly #options: PublicationOptions;
  readonly #states: Map<string, FileState>;
  #isBusy = false;
  #isCancelled = false;
  #run: LauncherRun | null = null;

  constructor(options: PublicationOptions) {
    const { manifest, alreadyThere } = options.claim;
    this.#options = options;
    this.#states = new Map(manifest.artifacts.map(({ filename }) => [filename, alreadyThere.includes(filename) ? 'there' : 'waiting']));
    this.#show();
  }

  /** Refuses what was not approved, and a second file before the first has ended. */
  async upload(digest: string, filename: string): Promise<UploadOutcome> {
    const artifact = this.#options.claim.manifest.artifacts.find(candidate => candidate.filename === filename);
    if (digest !== this.#options.claim.digest || artifact === undefined) throw refused('it is not part of the approved release');
    if (this.#isBusy) throw refused('another file is being uploaded');
    this.#isBusy = true;
    this.#isCancelled = false;
    try {
      return await this.#send(artifact);
    } finally {
      this.#isBusy = false;
      this.#run = null;
    }
  }

  cancel(): void {
    this.#isCancelled = true;
    this.#run?.cancel();
  }

  endNow(): void {
    this.#run?.endNow();
  }

  async #send(artifact: Claim['manifest']['artifacts'][number]): Promise<UploadOutcome> {
    const { claim, journal } = this.#options;
    this.#mark(artifact.filename, 'sending');
    const outcome = (await isUnchanged(claim.folder, artifact)) ? await this.#journalled(artifact) : ({ outcome: 'changed' } as const);
    const isSent = outcome.outcome === 'uploaded';
    await journal.write(isSent ? 'sent' : 'failed', artifact.filename);
    this.#mark(artifact.filename, isSent ? 'sent' : 'failed');
    return outcome;
  }

  async #journalled(artifact: Claim['manifest']['artifacts'][number]): Promise<UploadOutcome> {
    await this.#options.journal.write('sending', artifact.filename);
    if (this.#isCancelled) return { outcome: 'cancelled' };
    this.#run = this.#startRun(artifact.filename, artifact.size);
    return this.#run.outcome;
  }

  #startRun(filename: string, size: number): LauncherRun {
    const { ports, start, claim, token } = this.#options;
    const { python } = start.environment;
    const { username, uploadUrl } = claim.profile;
    const log = (line: string): void => void ports.channel.send({ kind: 'log', line });
    const { launcher, storageFolder } = start;
    const file = join(claim.folder, filename);
    return new LauncherRun({ python, launcher, storageFolder, username, repositoryUrl: uploadUrl, file, size, token, log }, ports);
  }

  #mark(filename: string, state: FileState): void {
    this.#states.set(filename, state);
    this.#show();
  }

  #show(): void {
    this.#options.show({ state: 'sending', files: Array.from(this.#states, ([filename, state]) => ({ filename, state })) });
  }
}

function refused(why: string): Failure {
  return new Failure('broker-failed', `The upload of a file was refused: ${why}.`);
}
