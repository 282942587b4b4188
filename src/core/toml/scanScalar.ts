import { blankEnd, isQuote, isRestOfLine, trimmedEnd } from './characters.ts';
import { bareKind } from './bareKind.ts';
import { decodeString } from './decodeString.ts';
import { isAssigned } from './lineShapes.ts';
import { addEntry, type Scan } from './scan.ts';
import { WrittenEntry, type ValueName } from './writtenEntry.ts';
import { scanKey } from './scanKey.ts';
import type { WrittenString } from './scanShortString.ts';
import { scanString } from './scanString.ts';

/** Reads a value that holds no others and goes on behind it. False where a quotation mark stands that is one too many. */
export function scanScalar(scan: Scan, name: ValueName): boolean {
  const { text } = scan;
  if (!isQuote(text[scan.at])) return addBare(scan, name);
  const written = scanString(text, scan.at);
  if (written.isLong || isDelimited(text, written)) return addText(scan, name, written);
  return !isStray(text, written) && addBroken(scan, name, brokenEnd(text, written));
}

/** Whether the text from `at` on can follow a value. */
function isDelimiter(text: string, at: number): boolean {
  const next = blankEnd(text, at);
  return isRestOfLine(text, next) || text[next] === ',' || text[next] === ']' || text[next] === '}';
}

/** Closed, and followed by what may follow a string, or by another where a comma is missing. */
function isDelimited(text: string, { isClosed, end }: WrittenString): boolean {
  return isClosed && (isDelimiter(text, end) || isQuote(text[blankEnd(text, end)]));
}

/** Far above what stands between two strings. */
const LONGEST_GAP = 80;

/** Whether the string is what stands between two others, or another follows at once, so that its quotation mark belongs to none. */
function isStray(text: string, { contentStart, contentEnd, isClosed }: WrittenString): boolean {
  const first = blankEnd(text, contentStart);
  if (first < contentEnd && isQuote(text[first])) return true;
  if (contentEnd - contentStart > LONGEST_GAP || (!isClosed && contentEnd === contentStart)) return false;
  return /^[\s,[\]{}]*$/.test(text.slice(contentStart, contentEnd));
}

/** A string with a quotation mark too many or too few ends at the mark that looks like its last, or before the next value. */
function brokenEnd(text: string, { start, isClosed, end }: WrittenString): number {
  if (!isClosed) return end;
  for (let at = start + 1; ; at += 1) {
    if (text[at] === text[start] && isDelimiter(text, at + 1)) return at + 1;
    if (text[at] === ',' && startsValue(text, blankEnd(text, at + 1))) return at;
    if (isRestOfLine(text, at) && text[at] !== '#') return trimmedEnd(text, start, at);
  }
}

function startsValue(text: string, at: number): boolean {
  if (isQuote(text[at])) return /[A-Za-z0-9]/.test(text[at + 1] ?? '');
  const key = scanKey(text, at);
  return key !== null && isAssigned(text, key.range.end);
}

function addText(scan: Scan, name: ValueName, written: WrittenString): boolean {
  if (!written.isClosed) return addBroken(scan, name, written.end);
  const range = { start: written.start, end: written.end };
  scan.at = written.end;
  const value = decodeString(scan.text, written);
  addEntry(scan, new WrittenEntry(name, 'string', range, value, { text: scan.text, written }));
  return true;
}

function addBare(scan: Scan, name: ValueName): boolean {
  const start = scan.at;
  const end = bareEnd(scan.text, start);
  const kind = bareKind(scan.text, start, end);
  const value = kind === 'boolean' ? scan.text.startsWith('t', start) : undefined;
  scan.at = end;
  addEntry(scan, new WrittenEntry(name, kind, { start, end }, value));
  return true;
}

function addBroken(scan: Scan, name: ValueName, end: number): boolean {
  addEntry(scan, new WrittenEntry(name, 'broken', { start: scan.at, end }));
  scan.at = end;
  return true;
}

/** A value without quotes ends at a comma, a bracket that it did not open, a comment or the end of its line. */
export function bareEnd(text: string, start: number): number {
  let depth = 0;
  let end = start;
  for (; !isRestOfLine(text, end); end += 1) {
    const character = text[end];
    if (depth === 0 && (character === ',' || character === ']' || character === '}')) break;
    if (character === '[' && end > start) depth += 1;
    else if (character === ']') depth -= 1;
  }
  return trimmedEnd(text, start, end);
}
