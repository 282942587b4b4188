import { createHash, timingSafeEqual } from 'node:crypto';

import type { Chance } from '../ports.ts';

const KEY_BYTES = 32;

/** What became of a ticket. */
export type TicketVerdict =
  { readonly kind: 'admitted'; readonly session: string } | { readonly kind: 'used' } | { readonly kind: 'unknown' };

/**
 * One link, one session. The link's ticket is in the fragment, which no server and no referrer sees, and opens the page
 * once: a link that somebody else read from a list of processes before is of no use afterwards, and its use is noticed.
 */
export class Admission {
  readonly ticket: string;
  readonly #ticketHash: Buffer;
  readonly #chance: Chance;
  #sessionHash: Buffer | null = null;

  constructor(chance: Chance) {
    this.#chance = chance;
    this.ticket = chance(KEY_BYTES).toString('base64url');
    this.#ticketHash = hash(this.ticket);
  }

  redeem(ticket: string): TicketVerdict {
    if (!timingSafeEqual(hash(ticket), this.#ticketHash)) return { kind: 'unknown' };
    if (this.#sessionHash !== null) return { kind: 'used' };
    const session = this.#chance(KEY_BYTES).toString('base64url');
    this.#sessionHash = hash(session);
    return { kind: 'admitted', session };
  }

  admits(session: string | string[] | undefined): session is string {
    return typeof session === 'string' && this.#sessionHash !== null && timingSafeEqual(hash(session), this.#sessionHash);
  }
}

/** Hashes are of one length, as the comparison in constant time needs them. */
function hash(text: string): Buffer {
  return createHash('sha256').update(text, 'utf8').digest();
}
