import { blankEnd, isRestOfLine, lineEnd } from './characters.ts';
import { closingEnd } from './lineShapes.ts';
import type { Scan } from './scan.ts';
import { repairKey, scanKey, type WrittenKey } from './scanKey.ts';

/** Reads a table's header, also one with a bracket too few or too many; false where the line is none. */
export function scanHeader(scan: Scan): boolean {
  const { text, at } = scan;
  const nameStart = openingEnd(text, at);
  const key = scanKey(text, nameStart);
  const isOpened = nameStart > at;
  if (key !== null && isNamed(text, key, isOpened)) return addHeader(scan, key, blankEnd(text, key.range.end));
  return isOpened && repairHeader(scan, nameStart);
}

/** Whether the key is a table's name: one of the two brackets is there, and nothing is between. */
function isNamed(text: string, { range }: WrittenKey, isOpened: boolean): boolean {
  const close = blankEnd(text, range.end);
  if (text[close] === ']') return isOpened || isRestOfLine(text, closingEnd(text, close));
  return isOpened && isRestOfLine(text, close);
}

function openingEnd(text: string, at: number): number {
  if (text[at] !== '[') return at;
  return blankEnd(text, text[at + 1] === '[' ? at + 2 : at + 1);
}

/** A name with something in it that cannot be; what looks like a list or a key is no header. */
function repairHeader(scan: Scan, nameStart: number): boolean {
  const { text } = scan;
  const line = text.slice(nameStart, lineEnd(text, nameStart));
  const name = /^[^\]=,]*/.exec(line)?.[0] ?? '';
  const end = nameStart + name.length;
  const key = text[end] === '=' || text[end] === ',' ? null : repairKey(text, nameStart, end);
  return key !== null && addHeader(scan, key, end);
}

function addHeader(scan: Scan, key: WrittenKey, close: number): boolean {
  const { text, at, names } = scan;
  const opened = countAt(text, at, '[');
  const closed = countAt(text, close, ']');
  const isArray = opened === closed ? opened === 2 : names.isArray(key.parts);
  const path = names.pathOf(key.parts, isArray);
  const end = closed === 0 ? key.range.end : close + closed;
  scan.headers.push({ path, isArray, range: { start: at, end } });
  scan.parts += path.length;
  scan.table = path;
  scan.lastList = null;
  scan.at = scan.lastEnd = end;
  return true;
}

/** How many brackets stand side by side, 2 at most. */
function countAt(text: string, at: number, bracket: string): number {
  if (text[at] !== bracket) return 0;
  return text[at + 1] === bracket ? 2 : 1;
}
