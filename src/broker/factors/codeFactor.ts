import { nextTryAt, recentFailures } from '../../core/factors/attemptLimits.ts';
import { forgetFactorTitle } from '../../core/factors/forgetFactorTitle.ts';
import { CODE_SECRET_BYTES, judgeCode, type CodeVerdict } from '../../core/factors/timeCode.ts';
import { describeEnrolment } from '../../core/factors/codeEnrolment.ts';
import type { CodeEnrolment, PageProblem } from '../../core/messages/pageMessages.ts';
import type { Chance, Clock } from '../ports.ts';
import { problem } from '../problem.ts';
import type { FactorStore } from './factorStore.ts';
import { seal, unseal } from './seal.ts';
import type { CodeFactor as StoredCode } from './storedFactor.ts';

const words: Readonly<Record<Exclude<CodeVerdict['kind'], 'accepted'>, string>> = {
  malformed: 'A code has six digits.',
  wrong: 'This code is wrong, or too old. Type the one that the phone shows now.',
  used: 'This code was used already. Wait for the next one, at most 30 seconds.',
};

const UNSEALABLE =
  'The secret of the phone code cannot be opened with the key that VS Code keeps for it. ' +
  `Run "${forgetFactorTitle}" in VS Code, then publish again and enrol a new one.`;

/** Codes from a phone: enrolled by showing a secret once, checked under a limit that all windows share. */
export class CodeFactor {
  readonly #store: FactorStore;
  readonly #clock: Clock;
  readonly #chance: Chance;
  readonly #sealKey: Buffer;
  #pending: Buffer | null = null;

  constructor(store: FactorStore, clock: Clock, chance: Chance, sealKey: Buffer) {
    this.#store = store;
    this.#clock = clock;
    this.#chance = chance;
    this.#sealKey = sealKey;
  }

  /** A new secret each time: one that was shown and not confirmed is worth nothing. */
  startEnrolment(): CodeEnrolment {
    this.#pending?.fill(0);
    this.#pending = this.#chance(CODE_SECRET_BYTES);
    return describeEnrolment(this.#pending);
  }

  /** The confirming code counts as used, so that it cannot approve a release as well. */
  confirmEnrolment(typed: string): StoredCode | PageProblem {
    if (this.#pending === null) return problem('code', 'Start the enrolment again.');
    const verdict = judgeCode(this.#pending, typed, null, this.#clock.now());
    if (verdict.kind !== 'accepted') return problem('code', words[verdict.kind]);
    return { schema: 1, kind: 'code', sealed: seal(this.#sealKey, this.#pending, this.#chance), lastStep: verdict.step };
  }

  /** Null where the code is good; its time step is stored then. */
  approve(typed: string): Promise<PageProblem | null> {
    return this.#store.exclusively(async () => {
      const factor = await this.#store.read();
      if (factor.kind !== 'code') return problem('code', 'No phone code is enrolled.');
      const secret = unseal(this.#sealKey, factor.sealed);
      if (secret === null) return problem('code', UNSEALABLE);
      try {
        return await this.#judge(factor, secret, typed);
      } finally {
        secret.fill(0);
      }
    });
  }

  /** Why an enrolled code cannot be used here, in words; null where it can. */
  obstacle(factor: StoredCode): string | null {
    const secret = unseal(this.#sealKey, factor.sealed);
    secret?.fill(0);
    return secret === null ? UNSEALABLE : null;
  }

  wipe(): void {
    this.#pending?.fill(0);
    this.#sealKey.fill(0);
  }

  /** A try is written down before it is judged: whoever stops the broker in between has not won a free one. */
  async #judge(factor: StoredCode, secret: Buffer, typed: string): Promise<PageProblem | null> {
    const now = this.#clock.now();
    const before = recentFailures(await this.#store.readFailures(), now);
    const locked = nextTryAt(before, now);
    if (locked !== null) return problem('code', 'Too many wrong codes were typed.', locked);
    const after = [now, ...before];
    await this.#store.writeFailures(after);
    const verdict = judgeCode(secret, typed, factor.lastStep, now);
    if (verdict.kind === 'accepted') return this.#accept(factor, verdict.step, before);
    if (verdict.kind === 'malformed') await this.#store.writeFailures(before);
    return problem('code', words[verdict.kind], nextTryAt(verdict.kind === 'malformed' ? before : after, now) ?? undefined);
  }

  async #accept(factor: StoredCode, lastStep: number, failures: readonly number[]): Promise<null> {
    await this.#store.write({ ...factor, lastStep });
    await this.#store.writeFailures(failures);
    return null;
  }
}
