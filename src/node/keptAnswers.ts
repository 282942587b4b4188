import { Cancelled, Failure } from '../core/failure.ts';
import { atMost } from './atMost.ts';
import type { TextAnswer } from './fetchText.ts';
import type { IndexCache, KeptAnswer } from './indexCache.ts';

/** What was made of an answer; `fetchedAt` in milliseconds since 1970. */
export interface Kept<T> {
  readonly value: T;
  readonly fetchedAt: number;
}

export interface Question<T> {
  /** Of the cache's entry. */
  readonly key: string;
  /** Who is asked; one that cannot be reached is not asked again for a while. */
  readonly origin: string;
  /** For how long an answer is not asked for again. */
  readonly freshMs: number;
  /** `etag`: of the answer that is there already. */
  ask(etag: string | null): Promise<TextAnswer>;
  /** What is kept of an answer: null if it is none to keep. Throws on no account. */
  toContent(answer: TextAnswer): T | null;
  /** Of what was kept: null where it is not of this form. */
  fromContent(content: unknown): T | null;
}

export type Told<T> = Kept<T> | { readonly failed: 'unreachable' | 'unreadable' };

/** Answers questions from what is kept, or asks. Only `Cancelled` is thrown. */
export interface KeptAnswers {
  answer<T>(question: Question<T>, signal: AbortSignal): Promise<Told<T>>;
}

const MOST_AT_ONCE = 6;
const DOWN_MS = 30_000;

export function createKeptAnswers(cache: IndexCache, now: () => number): KeptAnswers {
  const inTurn = atMost(MOST_AT_ONCE);
  const downUntil = new Map<string, number>();

  const ask = async <T>(question: Question<T>, kept: KeptAnswer | null, signal: AbortSignal): Promise<TextAnswer | null> => {
    if (now() < (downUntil.get(question.origin) ?? 0)) return null;
    try {
      const answer = await question.ask(kept?.etag ?? null);
      if (answer.status === 429 || answer.status === 503) downUntil.set(question.origin, now() + DOWN_MS);
      return answer;
    } catch (cause) {
      if (signal.aborted) throw new Cancelled('cancelled', { cause });
      if (isOutOfReach(cause)) downUntil.set(question.origin, now() + DOWN_MS);
      return null;
    }
  };

  return {
    async answer(question, signal) {
      const kept = await cache.read(question.key);
      const value = kept === null ? null : question.fromContent(kept.content);
      const known = kept === null || value === null ? null : { value, fetchedAt: kept.fetchedAt };
      if (known !== null && isFresh(known.fetchedAt, question.freshMs, now())) return known;
      const answer = await inTurn(() => {
        if (signal.aborted) throw new Cancelled();
        return ask(question, known === null ? null : kept, signal);
      });
      if (answer === null) return known ?? { failed: 'unreachable' };
      const fetchedAt = now();
      const told = answer.status === 304 ? (known?.value ?? null) : question.toContent(answer);
      if (told === null)
        return answer.status >= 500 || answer.status === 429 ? (known ?? { failed: 'unreachable' }) : { failed: 'unreadable' };
      await cache.write(question.key, { etag: answer.etag ?? kept?.etag ?? null, fetchedAt, content: told });
      return { value: told, fetchedAt };
    },
  };
}

/** A broken connection concerns all questions, a broken answer only one. */
function isOutOfReach(cause: unknown): boolean {
  return cause instanceof Failure && cause.code === 'index-unreachable' && cause.cause !== undefined;
}

/** A clock that was set back makes nothing fresh for ever. */
function isFresh(fetchedAt: number, freshMs: number, now: number): boolean {
  return now >= fetchedAt && now - fetchedAt < freshMs;
}
