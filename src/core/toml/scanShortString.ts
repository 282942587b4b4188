import { isLineEnd, trimmedEnd } from './characters.ts';

/** A string as written. Where it is not closed, it ends with its line, or before the next line that is no text. */
export interface WrittenString {
  readonly start: number;
  readonly end: number;
  readonly contentStart: number;
  readonly contentEnd: number;
  readonly isClosed: boolean;
  /** In three quotation marks. */
  readonly isLong: boolean;
  /** All of it reads as it is written. */
  readonly isPlain: boolean;
}

const BACKSLASH = 92;
const DOUBLE_QUOTE = 34;

/** Reads the string on one line whose quotation mark stands at `start`. */
export function scanShortString(text: string, start: number): WrittenString {
  const quote = text.charCodeAt(start);
  let isPlain = true;
  for (let at = start + 1; ; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote) return { start, end: at + 1, contentStart: start + 1, contentEnd: at, isClosed: true, isLong: false, isPlain };
    if (at >= text.length || isLineEnd(code)) return openString(text, start, at, isPlain);
    if (code !== BACKSLASH || quote !== DOUBLE_QUOTE) continue;
    isPlain = false;
    if (!isLineEnd(text.charCodeAt(at + 1))) at += 1;
  }
}

function openString(text: string, start: number, lineEnd: number, isPlain: boolean): WrittenString {
  const end = trimmedEnd(text, start + 1, Math.min(lineEnd, text.length));
  return { start, end, contentStart: start + 1, contentEnd: end, isClosed: false, isLong: false, isPlain };
}
