import { backslashFrom, lineEndFrom, type LockCursor } from './lockCursor.ts';
import type { LockText } from './lockTree.ts';

const DOUBLE = 34;
const SINGLE = 39;

export function isQuote(code: number): boolean {
  return code === DOUBLE || code === SINGLE;
}

/** A string of TOML or JSON; its place leaves the quotes out. One that is not closed ends with its line. */
export function readLockText(cursor: LockCursor): LockText {
  const { text, at: start } = cursor;
  const quote = text.charAt(start);
  if (cursor.language === 'json' && quote === "'") cursor.doubt ??= start;
  if (cursor.language === 'toml' && text.startsWith(quote.repeat(3), start)) return readLongText(cursor, quote);
  const close = closingQuote(cursor, quote, start + 1);
  const isClosed = text.charAt(close) === quote;
  if (!isClosed) cursor.doubt ??= start;
  cursor.at = isClosed ? close + 1 : close;
  return textBetween(cursor, quote, start + 1, close);
}

/** The quote that ends the string, else the line's end. */
function closingQuote(cursor: LockCursor, quote: string, from: number): number {
  const lineEnd = lineEndFrom(cursor, from);
  const close = unescapedEnd(cursor, quote, from, lineEnd);
  return close === -1 || close > lineEnd ? lineEnd : close;
}

/** Over several lines, between three quotes; up to two more quotes belong to it (TOML, section String). One that is not closed takes the rest. */
function readLongText(cursor: LockCursor, quote: string): LockText {
  const { text, at: start } = cursor;
  const fence = quote.repeat(3);
  let close = unescapedEnd(cursor, fence, start + 3, text.length);
  if (close === -1) {
    cursor.doubt ??= start;
    cursor.at = text.length;
    return { kind: 'text', text: '', start: text.length, end: text.length };
  }
  for (let more = 0; more < 2 && text.charAt(close + 3) === quote; more += 1) close += 1;
  cursor.at = close + 3;
  const first = text.startsWith('\r\n', start + 3) ? start + 5 : text.charAt(start + 3) === '\n' ? start + 4 : start + 3;
  return textBetween(cursor, quote, first, close);
}

/** Where the fence stands that no backslash takes its meaning from; not looked for past the limit. */
function unescapedEnd(cursor: LockCursor, fence: string, from: number, limit: number): number {
  const { text } = cursor;
  let close = text.indexOf(fence, from);
  if (fence.startsWith("'")) return close;
  let slash = backslashFrom(cursor, from);
  while (slash < close && close <= limit) {
    if (slash + 1 === close) close = text.indexOf(fence, close + 1);
    slash = backslashFrom(cursor, slash + 2);
  }
  return close;
}

function textBetween(cursor: LockCursor, quote: string, start: number, end: number): LockText {
  const raw = cursor.text.slice(start, end);
  const text = quote === '"' && raw.includes('\\') ? raw.replace(ESCAPE, decodeEscape) : raw;
  return { kind: 'text', text, start, end };
}

const ESCAPE = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|[ \t]*\r?\n\s*|([^]))/g;
const LETTERS: ReadonlyMap<string, string> = new Map([
  ['b', '\b'],
  ['t', '\t'],
  ['n', '\n'],
  ['f', '\f'],
  ['r', '\r'],
  ['e', '\u001b'],
]);

function decodeEscape(_whole: string, short?: string, long?: string, byte?: string, letter?: string): string {
  const digits = short ?? long ?? byte;
  if (digits === undefined) return letter === undefined ? '' : (LETTERS.get(letter) ?? letter);
  const code = parseInt(digits, 16);
  return code > 0x10ffff ? '\ufffd' : String.fromCodePoint(code);
}
