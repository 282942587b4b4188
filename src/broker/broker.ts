import { mkdir } from 'node:fs/promises';
import * as v from 'valibot';

import { Failure } from '../core/failure.ts';
import {
  hostMessage,
  type CountersignMessage,
  type EndedMessage,
  type HostMessage,
  type StartMessage,
} from '../core/messages/brokerMessages.ts';
import type { EndedState } from '../core/messages/pageMessages.ts';
import { ApprovalPage } from './approvalPage.ts';
import type { Decision } from './desk/approvalDesk.ts';
import { failureEnding, notApprovedEnding } from './endings.ts';
import { readPageFiles, type PageFiles } from './http/pageFiles.ts';
import type { BrokerPorts } from './ports.ts';
import { Publication } from './publication.ts';
import { checkClaim, type Claim } from './release/claim.ts';
import { openJournal, type Journal } from './release/journal.ts';
import { prepare } from './release/prepare.ts';
import type { Secret } from './secret.ts';

interface Setting {
  readonly start: StartMessage;
  readonly files: PageFiles;
}

/**
 * The locked room's one conversation: start, one release, its files, its ending. It ends with the host: whatever
 * happens, no token and no twine outlive the channel.
 */
export class Broker {
  readonly #ports: BrokerPorts;
  #setting: Promise<Setting> | null = null;
  #page: ApprovalPage | null = null;
  #publication: Publication | null = null;
  #journal: Journal | null = null;
  #secrets: Secret[] = [];
  #state: 'open' | 'ending' | 'over' = 'open';
  #isClaimed = false;
  #isCancelled = false;
  #exitCode = 0;

  constructor(ports: BrokerPorts) {
    this.#ports = ports;
  }

  run(): void {
    this.#ports.channel.listen(
      message => void this.#receive(message).catch((error: unknown) => this.fail(error)),
      () => this.exit(),
    );
  }

  /** An unknown error's text may quote anything, so only failures of our own are told in words. */
  fail(error: unknown): void {
    if (this.#state !== 'open') return;
    const failure = error instanceof Failure ? error : new Failure('broker-failed', 'The broker met an error that it does not know.');
    this.#exitCode = 1;
    this.#publication?.endNow();
    void this.#ports.channel.send({ kind: 'failure', code: failure.code, detail: failure.detail });
    this.#end(failureEnding(failure, this.#publication !== null));
  }

  /** At once: the host is gone, or everything has been said. */
  exit(): void {
    if (this.#state === 'over') return;
    this.#state = 'over';
    this.#publication?.endNow();
    this.#wipe();
    this.#page?.close();
    this.#ports.exit(this.#exitCode);
  }

  async #receive(raw: unknown): Promise<void> {
    const parsed = v.safeParse(hostMessage, raw);
    if (!parsed.success) throw new Failure('broker-failed', 'The broker was told something that it does not understand.');
    if (this.#state === 'open' || parsed.output.kind === 'ended') await this.#obey(parsed.output);
  }

  #obey(message: HostMessage): Promise<void> | void {
    if (message.kind === 'start') return this.#start(message);
    if (message.kind === 'countersign') return this.#countersign(message);
    if (message.kind === 'upload') return this.#upload(message.digest, message.filename);
    if (message.kind === 'verifying') return this.#page?.show({ state: 'verifying' });
    if (message.kind === 'ended') return this.#ended(message);
    return this.#cancel();
  }

  async #start(start: StartMessage): Promise<void> {
    if (this.#setting !== null) throw outOfTurn();
    this.#setting = this.#makeSetting(start);
    await this.#setting;
    await this.#ports.channel.send({ kind: 'ready' });
  }

  async #makeSetting(start: StartMessage): Promise<Setting> {
    if (Buffer.from(start.sealKey, 'base64').length !== 32) throw new Failure('broker-failed', 'The seal key is not 32 bytes long.');
    await mkdir(start.storageFolder, { recursive: true, mode: 0o700 });
    return { start, files: await readPageFiles(start.pageFolder, this.#ports.chance) };
  }

  async #countersign({ kind: _, ...claim }: CountersignMessage): Promise<void> {
    if (this.#setting === null || this.#isClaimed) throw outOfTurn();
    this.#isClaimed = true;
    const { start, files } = await this.#setting;
    checkClaim(claim);
    this.#journal = openJournal(start.storageFolder, claim, this.#ports.clock);
    const prepared = prepare(start.environment, claim);
    prepared.then(token => this.#keep(token)).catch((error: unknown) => this.fail(error));
    this.#page = await ApprovalPage.open({ ports: this.#ports, start, claim, files, prepared, onGone: () => this.#pageGone() });
    if (this.#isCancelled) this.#page.cancel();
    await this.#ports.channel.send({ kind: 'page-open', url: this.#page.url });
    await this.#decided(start, claim, this.#journal, await this.#page.decision);
  }

  async #decided(start: StartMessage, claim: Claim, journal: Journal, decision: Decision): Promise<void> {
    if (decision.kind === 'approved') this.#keep(decision.token);
    if (this.#state !== 'open') return this.#wipe();
    if (decision.kind === 'not-approved') {
      void this.#ports.channel.send(decision);
      return this.#end(notApprovedEnding(decision.reason));
    }
    await journal.write('approved');
    const show = this.#page?.show.bind(this.#page) ?? (() => {});
    this.#publication = new Publication({ ports: this.#ports, start, claim, token: decision.token, journal, show });
    await this.#ports.channel.send({ kind: 'approved', digest: claim.digest, level: decision.level });
  }

  async #upload(digest: string, filename: string): Promise<void> {
    if (this.#publication === null) throw outOfTurn();
    const result = await this.#publication.upload(digest, filename);
    await this.#ports.channel.send({ kind: 'uploaded', filename, result });
  }

  /** Before the page is open there is nothing to end yet, so it is remembered. */
  #cancel(): void {
    this.#isCancelled = true;
    this.#page?.cancel();
    this.#publication?.cancel();
  }

  /** Where the rest can be sent later, the journal's last line stays what is missing. */
  async #ended({ tone, title, detail, link, resumable }: EndedMessage): Promise<void> {
    this.#publication?.endNow();
    this.#end({ state: 'ended', tone, title, detail, link });
    if (!resumable) await this.#journal?.write('ended');
  }

  /** The secrets go now. The page's last state stays to be read until the tab is closed, or for a minute. */
  #end(ending: EndedState): void {
    const isFirst = this.#state === 'open';
    this.#state = this.#state === 'over' ? 'over' : 'ending';
    this.#wipe();
    this.#page?.show(ending);
    if (this.#page === null || this.#page.isGone) return this.#exitSoon();
    if (isFirst) this.#ports.clock.after(this.#ports.limits.linger, () => this.exit());
  }

  #pageGone(): void {
    if (this.#state === 'ending') this.#exitSoon();
  }

  /** After messages and journal lines that are on their way. */
  #exitSoon(): void {
    this.#ports.clock.after(LAST_WORDS_MILLISECONDS, () => this.exit());
  }

  #keep(secret: Secret | null): void {
    if (secret !== null) this.#secrets.push(secret);
  }

  #wipe(): void {
    this.#secrets.forEach(secret => secret.wipe());
  }
}

const LAST_WORDS_MILLISECONDS = 500;

function outOfTurn(): Failure {
  return new Failure('broker-failed', 'The broker was told to do something out of turn.');
}
