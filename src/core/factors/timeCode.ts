import { HOTP, Secret } from 'otpauth';

/** RFC 6238 with the values that every authenticator app knows: SHA-1, six digits, thirty seconds. */
const STEP_MILLISECONDS = 30_000;
const DIGITS = 6;

/** One step to each side: the clock of a phone, and the seconds that typing takes. */
const TOLERATED_STEPS = 1;

/** How many random bytes the secret of a phone code has (RFC 4226, section 4, R6 recommends 160 bits). */
export const CODE_SECRET_BYTES = 20;

export type CodeVerdict =
  /** `step` must be stored, so that no code of it or of an earlier step is taken again. */
  | { readonly kind: 'accepted'; readonly step: number }
  | { readonly kind: 'malformed' }
  | { readonly kind: 'wrong' }
  /** Right, but its time step was accepted before (RFC 6238, section 5.2). */
  | { readonly kind: 'used' };

/** Judges what a person typed; `lastStep` is the newest step that was ever accepted, `now` in milliseconds since 1970. */
export function judgeCode(secret: Uint8Array, typed: string, lastStep: number | null, now: number): CodeVerdict {
  const code = normaliseCode(typed);
  if (code === null) return { kind: 'malformed' };
  const step = matchingStep(secret, code, timeStep(now));
  if (step === null) return { kind: 'wrong' };
  return lastStep !== null && step <= lastStep ? { kind: 'used' } : { kind: 'accepted', step };
}

/** Six ASCII digits, or null. Apps show codes in groups, and some keyboards type full-width digits. */
export function normaliseCode(typed: string): string | null {
  const code = typed.replace(/\s/gu, '').replace(/[\uff10-\uff19]/g, digit => String(digit.charCodeAt(0) - 0xff10));
  return /^[0-9]{6}$/.test(code) ? code : null;
}

function timeStep(now: number): number {
  return Math.floor(now / STEP_MILLISECONDS);
}

/** The library compares in constant time. */
function matchingStep(secret: Uint8Array, code: string, around: number): number | null {
  const delta = HOTP.validate({
    token: code,
    secret: new Secret({ buffer: new Uint8Array(secret).buffer }),
    digits: DIGITS,
    counter: around,
    window: TOLERATED_STEPS,
  });
  return delta === null ? null : around + delta;
}
