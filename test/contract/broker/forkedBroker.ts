import { fork, type ChildProcess, type StdioOptions } from 'node:child_process';
import { once } from 'node:events';

import type { BrokerMessage, HostMessage } from '../../../src/core/messages/brokerMessages.ts';
import type { Limits } from '../../../src/broker/ports.ts';
import { bundles } from './bundles.ts';

type Kind = BrokerMessage['kind'];
type Told<K extends Kind> = Extract<BrokerMessage, { kind: K }>;

/** A real broker process, with what it said so far. */
export class ForkedBroker {
  readonly child: ChildProcess;
  readonly said: BrokerMessage[] = [];
  #printed = '';

  private constructor(child: ChildProcess) {
    this.child = child;
    child.on('message', message => this.said.push(message as BrokerMessage));
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (this.#printed += text.toString()));
  }

  /** The real door, unless limits are given; with a bare environment, as the host starts it. */
  static async start(limits?: Partial<Limits>, environment: Record<string, string> = {}): Promise<ForkedBroker> {
    const { broker, hastyBroker } = await bundles();
    const env = limits === undefined ? environment : { ...environment, HASTY_LIMITS: JSON.stringify(limits) };
    const stdio: StdioOptions = ['ignore', 'pipe', 'pipe', 'ipc'];
    return new ForkedBroker(fork(limits === undefined ? broker : hastyBroker, [], { env, execArgv: [], stdio }));
  }

  /** All that it wrote to its output, which is to be nothing. */
  get printed(): string {
    return this.#printed;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  send(message: HostMessage): void {
    this.child.send(message);
  }

  /** The next message of the kind, told from now on or before and not taken yet. */
  async next<K extends Kind>(kind: K, patience = 10_000): Promise<Told<K>> {
    const deadline = Date.now() + patience;
    for (;;) {
      const at = this.said.findIndex(message => message.kind === kind);
      if (at >= 0) return this.said.splice(at, 1)[0] as Told<K>;
      if (Date.now() > deadline) throw new Error(`no ${kind} within ${patience} ms; said: ${JSON.stringify(this.said)} ${this.#printed}`);
      await pause(5);
    }
  }

  /** The exit code, or the signal it ended by. */
  async exit(): Promise<number | string> {
    if (this.isRunning) await once(this.child, 'exit');
    return this.child.exitCode ?? this.child.signalCode ?? 'unknown';
  }

  /** Lets go of it, as a host that ends does: so what it started ends too. */
  async stop(): Promise<void> {
    if (this.child.connected) this.child.disconnect();
    await this.exit();
  }
}

export function pause(milliseconds: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, milliseconds));
}

/** Waits until something is so, which processes and files tell in no other way. */
export async function until(isSo: () => boolean | Promise<boolean>, patience = 8_000): Promise<void> {
  const deadline = Date.now() + patience;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error('it did not come to be so');
    await pause(10);
  }
}
