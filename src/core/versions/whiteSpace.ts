/** White space as Python counts it, for a class in a regular expression; a byte order mark is none, the separators U+001C to U+001F are. */
export const WHITE = '\\t-\\r\\x1C-\\x20\\x85\\xA0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000';

const BLANK = new RegExp(`[${WHITE}]`);

/** Like Python's `str.strip()`. */
export function trimWhite(text: string): string {
  const { start, end } = withoutWhite(text, 0, text.length);
  return text.slice(start, end);
}

/** The part of `start` to `end` that is left without white space at its ends. */
export function withoutWhite(text: string, start: number, end: number): { readonly start: number; readonly end: number } {
  let first = start;
  let last = end;
  while (first < last && BLANK.test(text.charAt(first))) first += 1;
  while (last > first && BLANK.test(text.charAt(last - 1))) last -= 1;
  return { start: first, end: last };
}
