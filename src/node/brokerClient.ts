import { fork, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import * as v from 'valibot';

import type { Broker, Log } from '../app/ports.ts';
import { Failure } from '../core/failure.ts';
import { brokerMessage, type BrokerMessage, type HostMessage, type StartMessage } from '../core/messages/brokerMessages.ts';
import { markCountersigned } from '../core/release/releasePlan.ts';
import { bareEnvironment, networkEnvironment } from '../system/personEnvironment.ts';

export interface BrokerOptions {
  readonly program: string;
  /** SHA-256 of the program as it was built; another one is not started. */
  readonly programSha256: string;
  readonly start: Omit<StartMessage, 'kind'>;
  readonly proxy: string | null;
  /** Opens the approval page in the person's browser. Throws `Failure` where it cannot be reached from there. */
  readonly openPage: (url: string) => Promise<void>;
  readonly log: Log;
}

/** Starts a broker in a process of its own: other extensions share ours and see what passes in it. */
export async function openBroker(options: BrokerOptions): Promise<Broker> {
  const program = await readFile(options.program).catch(() => null);
  if (program === null || createHash('sha256').update(program).digest('hex') !== options.programSha256)
    throw new Failure('broker-changed', '');
  const link = new BrokerLink(startProcess(options), options.log);
  link.send({ kind: 'start', ...options.start });
  await link.next('ready');
  return brokerOver(link, options.openPage);
}

/** Garbage of a young age is collected sooner: a sixth less memory, and nothing else that can be measured. */
const SMALL_HEAP = ['--max-semi-space-size=1'];

function startProcess(options: BrokerOptions): ChildProcess {
  const proxy = options.proxy === null ? {} : { HTTPS_PROXY: options.proxy, HTTP_PROXY: options.proxy };
  const env = { ...bareEnvironment(process.env), ...networkEnvironment(process.env), ...proxy, ELECTRON_RUN_AS_NODE: '1' };
  return fork(options.program, [], { env, execArgv: SMALL_HEAP, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
}

function brokerOver(link: BrokerLink, openPage: BrokerOptions['openPage']): Broker {
  return {
    async countersign(plan, page, signal) {
      const { manifest, digest, folder, profile } = plan;
      link.send({ kind: 'countersign', manifest, digest, folder, profile, ...page });
      return link.cancellable(signal, async () => {
        await openPage((await link.next('page-open')).url);
        const answer = await link.next('approved', 'not-approved');
        return answer.kind === 'approved' ? markCountersigned(plan, answer.level) : { notApproved: answer.reason };
      });
    },
    async upload(approved, filename, signal) {
      link.send({ kind: 'upload', digest: approved.plan.digest, filename });
      return link.cancellable(signal, async () => (await link.next('uploaded')).result);
    },
    showVerifying: () => link.send({ kind: 'verifying' }),
    end: words => link.send({ kind: 'ended', ...words }),
    close: () => link.close(),
  };
}

type Kind = BrokerMessage['kind'];

/** The channel to one broker: messages wait in a queue until somebody asks for their kind. */
class BrokerLink {
  readonly #child: ChildProcess;
  readonly #log: Log;
  readonly #queue: BrokerMessage[] = [];
  #failure: Failure | null = null;
  #wake: (() => void) | null = null;

  constructor(child: ChildProcess, log: Log) {
    this.#child = child;
    this.#log = log;
    child.on('message', message => this.#receive(message));
    child.on('error', cause => this.#fail(new Failure('broker-failed', 'It could not be started.', { cause })));
    child.on('exit', code => this.#fail(new Failure('broker-failed', `It ended with ${code ?? 'a signal'}.`)));
    child.stderr?.on('data', (chunk: Buffer) => log.info(`broker: ${chunk.toString('utf8').trim()}`));
  }

  send(message: HostMessage): void {
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }

  /** The next message of one of these kinds. Throws the `Failure` that the broker told, or its end. */
  async next<K extends Kind>(...kinds: readonly K[]): Promise<Extract<BrokerMessage, { kind: K }>> {
    for (;;) {
      const at = this.#queue.findIndex(message => (kinds as readonly Kind[]).includes(message.kind));
      if (at >= 0) return this.#queue.splice(at, 1)[0] as Extract<BrokerMessage, { kind: K }>;
      if (this.#failure) throw this.#failure;
      await new Promise<void>(resolve => (this.#wake = resolve));
    }
  }

  /** A cancel is the broker's to carry out: it answers with how far it came. */
  async cancellable<T>(signal: AbortSignal, wait: () => Promise<T>): Promise<T> {
    const cancel = (): void => this.send({ kind: 'cancel' });
    if (signal.aborted) cancel();
    signal.addEventListener('abort', cancel, { once: true });
    try {
      return await wait();
    } finally {
      signal.removeEventListener('abort', cancel);
    }
  }

  close(): void {
    if (this.#child.connected) this.#child.disconnect();
  }

  #receive(raw: unknown): void {
    const read = v.safeParse(brokerMessage, raw);
    if (!read.success) return this.#fail(new Failure('broker-failed', 'It sent a message that is not known.'));
    if (read.output.kind === 'log') return this.#log.info(read.output.line);
    if (read.output.kind === 'failure') return this.#fail(new Failure(read.output.code, read.output.detail));
    this.#queue.push(read.output);
    this.#wake?.();
  }

  #fail(failure: Failure): void {
    this.#failure ??= failure;
    this.#wake?.();
  }
}
