import { blankEnd, gapEnd, isQuote, isRestOfLine } from './characters.ts';
import { scanKey } from './scanKey.ts';
import { bareKind } from './bareKind.ts';

/** Whether `key =` stands at `at`, blanks aside; `==` is a version's operator, also with a quotation mark in it. */
export function startsAssignment(text: string, at: number): boolean {
  const start = blankEnd(text, at);
  const key = scanKey(text, start);
  if (key === null || !isAssigned(text, key.range.end)) return false;
  return !(isQuote(text[start]) && '<>=!~'.includes(text[key.range.end - 2] ?? ''));
}

/** Whether `=`, and no operator of a version, follows. */
export function isAssigned(text: string, keyEnd: number): boolean {
  const at = blankEnd(text, keyEnd);
  return text[at] === '=' && text[at + 1] !== '=';
}

/** Whether elements of a list stand at `at`, and no key. */
export function startsElements(text: string, at: number): boolean {
  if (text[at] === '{' || text[at] === ',') return true;
  const isLong = text[at + 1] === text[at] && text[at + 2] === text[at];
  return isQuote(text[at]) && !isLong && !startsAssignment(text, at);
}

/** Whether the line from `at` on is a table's header and could not be a list in a list. Its end may be missing. */
export function startsHeader(text: string, at: number): boolean {
  const open = blankEnd(text, at);
  if (text[open] !== '[') return false;
  const start = blankEnd(text, text[open + 1] === '[' ? open + 2 : open + 1);
  const key = scanKey(text, start);
  if (key === null || isListElement(text, key.range.start, key.range.end, key.parts.length)) return false;
  const close = blankEnd(text, key.range.end);
  if (text[close] !== ']') return isRestOfLine(text, close) && !startsElements(text, gapEnd(text, close));
  return isRestOfLine(text, closingEnd(text, close));
}

/** Behind up to two closing brackets and blanks. */
export function closingEnd(text: string, at: number): number {
  const first = text[at] === ']' ? blankEnd(text, at + 1) : at;
  return text[first] === ']' ? blankEnd(text, first + 1) : first;
}

/** `["x"]` and `[1.5]` on a line of their own are lists as well as they are headers. */
function isListElement(text: string, start: number, end: number, parts: number): boolean {
  if (parts === 1 && isQuote(text[start])) return true;
  return bareKind(text, start, end) !== 'broken';
}
