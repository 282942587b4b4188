const BITS = 5;
const HYPHEN = 45;

/** The edge of a word; letters are less, and so are digits, of which some share one. */
export const EDGE = 31;
export const SYMBOLS = 32;
/** How many letters before another are looked at, at most. */
const CONTEXT_LETTERS = 4;

/** Before the first letter. A context is a number: the last letters, five bits each. */
export const START = contextOf(-1, CONTEXT_LETTERS);

export function followedBy(context: number, symbol: number): number {
  return contextOf((context << BITS) | symbol, CONTEXT_LETTERS);
}

/** The last few letters of a context alone. */
export function contextOf(context: number, letters: number): number {
  return context & ((1 << (BITS * letters)) - 1);
}

/** Of a character's code; a hyphen is the edge of a word. */
export function symbolOf(code: number): number {
  if (code >= 97 && code <= 122) return code - 97;
  return code === HYPHEN ? EDGE : 26 + (((code - 48) >> 1) & 3);
}
