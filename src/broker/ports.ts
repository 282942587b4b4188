import type { BrokerMessage } from '../core/messages/brokerMessages.ts';

/** What the locked room is handed by its door, so that tests can hand in a shorter life or another chance. */
export interface BrokerPorts {
  readonly channel: HostChannel;
  readonly clock: Clock;
  readonly chance: Chance;
  readonly limits: Limits;
  /** The broker's own environment, from which the launcher's is chosen name by name. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Ends the process. Called once, when everything has been overwritten and ended. */
  exit(code: number): void;
}

/** The process channel to the extension host. */
export interface HostChannel {
  listen(receive: (message: unknown) => void, gone: () => void): void;
  /** Resolves when the message has left, or when there is nobody any more to take it. */
  send(message: BrokerMessage): Promise<void>;
}

export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Runs once after the delay, unless the returned function is called first. */
  after(milliseconds: number, run: () => void): () => void;
}

/** Random bytes that nobody can guess. */
export type Chance = (bytes: number) => Buffer<ArrayBuffer>;

/** Milliseconds, where nothing else is said. */
export interface Limits {
  /** From the link to the decision. */
  readonly pageLife: number;
  /** From the page's first word to its watching: scripts have loaded by then, or never will. */
  readonly firstWatch: number;
  /** How long a reload of the page may take before it counts as closed. */
  readonly reloadGrace: number;
  /** How long a security key's challenge is good for. */
  readonly challengeLife: number;
  /** How long the page's ending stays reachable. */
  readonly linger: number;
  /** What any upload may take, to which its size is added at `slowestBytesPerSecond`. */
  readonly uploadBase: number;
  readonly slowestBytesPerSecond: number;
  /** Told to the launcher: no byte moved for so long means that the connection is dead. */
  readonly stallSeconds: number;
}

export const usualLimits: Limits = {
  pageLife: 600_000,
  firstWatch: 10_000,
  reloadGrace: 4_000,
  challengeLife: 120_000,
  linger: 60_000,
  uploadBase: 900_000,
  slowestBytesPerSecond: 50_000,
  stallSeconds: 60,
};
