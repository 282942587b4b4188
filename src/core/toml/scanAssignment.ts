import { blankEnd, gapEnd, isFirstOnLine, isRestOfLine, lineEnd } from './characters.ts';
import { startsAssignment, startsElements, startsHeader } from './lineShapes.ts';
import { enterHolder, newHolder, noHolders } from './openHolders.ts';
import { addEntry, isFull, type OpenHolder, type Scan } from './scan.ts';
import { WrittenEntry, type ValueName } from './writtenEntry.ts';
import { beginValue, scanHolders } from './scanHolders.ts';
import type { WrittenKey } from './scanKey.ts';

/** Reads the value of a key, and the rest of the line where more follows than a comment. */
export function scanAssignment(scan: Scan, key: WrittenKey, behindEquals: number): void {
  const { text } = scan;
  const name = { path: [...scan.table, ...key.parts], keyRange: key.range };
  scan.at = valueStart(text, behindEquals);
  scan.lastEnd = scan.at;
  if (isBeforeElements(scan)) goOnWith(scan, holderWithoutBracket(scan, name, 'list'));
  else if (startsAssignment(text, scan.at)) goOnWith(scan, holderWithoutBracket(scan, name, 'table'));
  else scanRest(scan, scanValue(scan, name));
}

/** Blanks, and brackets that close nothing. */
function valueStart(text: string, from: number): number {
  let at = blankEnd(text, from);
  while (text[at] === ']' || text[at] === '}') at = blankEnd(text, at + 1);
  return at;
}

/** Whether a value is missing, and the lines below are a list's, if not those of one above that is not closed. */
function isBeforeElements({ text, at, lastList }: Scan): boolean {
  return isRestOfLine(text, at) && lastList?.isClosed !== false && startsElements(text, gapEnd(text, at));
}

/** Reads on in a list or an inline table without its bracket, or in a list that was left too early. */
export function goOnWith(scan: Scan, holder: OpenHolder): void {
  scanMore(scan, holder);
  scanRest(scan, holder);
}

function scanMore(scan: Scan, holder: OpenHolder): void {
  const open = noHolders();
  enterHolder(open, holder);
  holder.isContinued = true;
  scanHolders(scan, open);
}

function holderWithoutBracket(scan: Scan, name: ValueName, kind: 'list' | 'table'): OpenHolder {
  const start = gapEnd(scan.text, scan.at);
  return newHolder(scan, addEntry(scan, new WrittenEntry(name, kind, { start, end: start })));
}

/** The list or table that was read, if it was one. */
function scanValue(scan: Scan, name: ValueName): OpenHolder | null {
  const open = noHolders();
  while (!beginValue(scan, open, name)) scan.at = blankEnd(scan.text, scan.at + 1);
  const [outer] = open.stack;
  scanHolders(scan, open);
  return outer ?? null;
}

function scanRest(scan: Scan, holder: OpenHolder | null): void {
  rememberList(scan, holder);
  if (isAtEnd(scan)) return;
  const list = holder === null ? listAround(scan) : holder;
  if (list?.isList === true) while (!isAtEnd(scan)) scanMore(scan, list);
  else scan.at = lineEnd(scan.text, scan.at);
}

/** Whether nothing is left on the line that belongs to this statement. */
function isAtEnd(scan: Scan): boolean {
  const at = blankEnd(scan.text, scan.at);
  return (
    isFull(scan) ||
    isRestOfLine(scan.text, at) ||
    isFirstOnLine(scan.text, at) ||
    startsHeader(scan.text, at) ||
    startsAssignment(scan.text, at)
  );
}

/** A list that was never closed may go on later. */
function rememberList(scan: Scan, holder: OpenHolder | null): void {
  if (holder?.isList === true) scan.lastList = holder;
  else if (scan.lastList?.isClosed === true) scan.lastList = null;
}

/** A value with another after a comma is the first of a list whose bracket is missing. */
function listAround(scan: Scan): OpenHolder | null {
  if (scan.text[scan.at] !== ',' || !startsElements(scan.text, gapEnd(scan.text, scan.at + 1))) return null;
  const first = scan.entries.pop();
  if (!first) return null;
  const list = newHolder(scan, addEntry(scan, new WrittenEntry(first, 'list', first.range)));
  scan.entries.push(asElement(first));
  list.count = 1;
  return list;
}

function asElement(entry: WrittenEntry): WrittenEntry {
  entry.path = [...entry.path, 0];
  entry.keyRange = null;
  return entry;
}
