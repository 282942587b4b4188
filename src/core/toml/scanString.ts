import { lineEnd, trimmedEnd } from './characters.ts';
import { startsAssignment, startsHeader } from './lineShapes.ts';
import { scanShortString, type WrittenString } from './scanShortString.ts';

const BACKSLASH = 92;
const CARRIAGE_RETURN = 13;
const DOUBLE_QUOTE = 34;

/** Reads the string of either form whose first quotation mark stands at `start`. */
export function scanString(text: string, start: number): WrittenString {
  const quote = text.charCodeAt(start);
  const isLong = text.charCodeAt(start + 1) === quote && text.charCodeAt(start + 2) === quote;
  return isLong ? scanLongString(text, start, quote) : scanShortString(text, start);
}

function scanLongString(text: string, start: number, quote: number): WrittenString {
  const contentStart = behindLineEnd(text, start + 3);
  let isPlain = true;
  for (let at = contentStart; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code === quote && text.charCodeAt(at + 1) === quote && text.charCodeAt(at + 2) === quote) {
      const contentEnd = at + extraQuotes(text, at + 3, quote);
      return { start, end: contentEnd + 3, contentStart, contentEnd, isClosed: true, isLong: true, isPlain };
    }
    const isEscape = code === BACKSLASH && quote === DOUBLE_QUOTE;
    if (isEscape || code === CARRIAGE_RETURN) isPlain = false;
    if (isEscape) at += 1;
  }
  const end = endOfOpenText(text, contentStart);
  return { start, end, contentStart, contentEnd: end, isClosed: false, isLong: true, isPlain };
}

/** A line end directly behind the opening quotation marks is no part of the text. */
function behindLineEnd(text: string, at: number): number {
  if (text[at] === '\n') return at + 1;
  return text.startsWith('\r\n', at) ? at + 2 : at;
}

/** One or two quotation marks may stand directly before the closing three. */
function extraQuotes(text: string, at: number, quote: number): number {
  if (text.charCodeAt(at) !== quote) return 0;
  return text.charCodeAt(at + 1) === quote ? 2 : 1;
}

function endOfOpenText(text: string, start: number): number {
  for (let line = start; line < text.length; line = lineEnd(text, line) + 1) {
    if (startsHeader(text, line) || startsAssignment(text, line)) return trimmedEnd(text, start, line - 1);
  }
  return text.length;
}
