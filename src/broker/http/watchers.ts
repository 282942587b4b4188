import type { ServerResponse } from 'node:http';

import type { PageState } from '../../core/messages/pageMessages.ts';
import type { Clock, Limits } from '../ports.ts';
import { commonHeaders } from './responseHeaders.ts';

/** The page's open streams. It shows each the newest state, and tells when the page is gone for good. */
export class Watchers {
  readonly #streams = new Set<ServerResponse>();
  readonly #clock: Clock;
  readonly #limits: Limits;
  readonly #onGone: () => void;
  #state: PageState = { state: 'waiting' };
  #stopWaiting: () => void = () => {};
  #isGone = false;

  constructor(clock: Clock, limits: Limits, onGone: () => void) {
    this.#clock = clock;
    this.#limits = limits;
    this.#onGone = onGone;
  }

  /** A page was there, and was closed. */
  get isGone(): boolean {
    return this.#isGone;
  }

  publish(state: PageState): void {
    this.#state = state;
    for (const stream of this.#streams) writeLine(stream, state);
  }

  /** Called when a page has got its session: if it then never watches, it is gone already. */
  expect(): void {
    if (this.#streams.size === 0) this.#waitFor(this.#limits.firstWatch);
  }

  add(stream: ServerResponse): void {
    this.#stopWaiting();
    this.#isGone = false;
    this.#streams.add(stream);
    stream.writeHead(200, { ...commonHeaders, 'Content-Type': 'application/x-ndjson' });
    writeLine(stream, this.#state);
    stream.on('close', () => this.#remove(stream));
  }

  #remove(stream: ServerResponse): void {
    this.#streams.delete(stream);
    // A reload closes the stream as well, so the page has a moment to come back.
    if (this.#streams.size === 0) this.#waitFor(this.#limits.reloadGrace);
  }

  #waitFor(milliseconds: number): void {
    this.#stopWaiting();
    this.#stopWaiting = this.#clock.after(milliseconds, () => {
      this.#isGone = true;
      this.#onGone();
    });
  }
}

function writeLine(stream: ServerResponse, state: PageState): void {
  stream.write(`${JSON.stringify(state)}\n`);
}
