const HIDDEN = '‹hidden›';

/** What looks like a secret, wherever it comes from. */
const patterns: readonly (readonly [RegExp, string])[] = [
  [/pypi-[A-Za-z0-9_-]{16,}/g, HIDDEN],
  [/(authorization["']?\s*[:=]\s*["']?)(?:(?:basic|bearer|token)\s+)?[^\s"']+/gi, `$1${HIDDEN}`],
  [/otpauth:\/\/\S+/gi, HIDDEN],
  [/(\w:\/\/[^/\s:@]*:)[^/\s@]+@/g, `$1${HIDDEN}@`],
  // What is left of such an address where its beginning is broken.
  [/:[^\s/:@]+@/g, `:${HIDDEN}@`],
];

/** Each pattern needs one of these; most texts have none. */
const MAY_HOLD_ONE = /pypi-|authorization|otpauth|@/i;

/** Takes out whatever has a secret's form. The second net: no secret should come here at all. */
export function redact(text: string): string {
  return !MAY_HOLD_ONE.test(text) ? text : patterns.reduce((line, [pattern, replacement]) => line.replace(pattern, replacement), text);
}
