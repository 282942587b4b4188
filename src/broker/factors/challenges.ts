import type { Clock } from '../ports.ts';

/** One challenge of a ceremony at a time: good once, and for two minutes. */
export class Challenges {
  readonly #clock: Clock;
  readonly #life: number;
  #open: { readonly challenge: string; readonly until: number } | null = null;

  constructor(clock: Clock, life: number) {
    this.#clock = clock;
    this.#life = life;
  }

  /** Both forms name the same bytes: base64url is what comes back inside the signed client data. */
  issue(bytes: Uint8Array): void {
    this.#open = { challenge: Buffer.from(bytes).toString('base64url'), until: this.#clock.now() + this.#life };
  }

  /** The open challenge, which is used up by this. Null where there is none, or it is too old. */
  take(): string | null {
    const open = this.#open;
    this.#open = null;
    return open === null || this.#clock.now() > open.until ? null : open.challenge;
  }
}
