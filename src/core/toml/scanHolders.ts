import { blankEnd, gapEnd, isFirstOnLine, isQuote } from './characters.ts';
import { isAssigned, startsAssignment, startsHeader } from './lineShapes.ts';
import { mendHolders } from './mendHolders.ts';
import { closeHolder, leaveHolder, openHolder, type OpenHolders } from './openHolders.ts';
import { isFull, type OpenHolder, type Scan } from './scan.ts';
import type { ValueName } from './writtenEntry.ts';
import { scanKey } from './scanKey.ts';
import { bareEnd, scanScalar } from './scanScalar.ts';
import { skipNested } from './skipNested.ts';

/** As with the strict parser; what is nested deeper is not read. */
const DEEPEST = 500;

/** Reads a value, or the beginning of one that holds others. False where a quotation mark stands that is one too many. */
export function beginValue(scan: Scan, open: OpenHolders, name: ValueName): boolean {
  const first = scan.text[scan.at];
  if (first !== '[' && first !== '{') return scanScalar(scan, name);
  if (open.stack.length < DEEPEST) openHolder(scan, open, name);
  else skipNested(scan, name);
  return true;
}

/** Reads on in lists and inline tables, without recursion, until all are closed, or a line begins something else. */
export function scanHolders(scan: Scan, open: OpenHolders): void {
  for (let top = open.stack.at(-1); top !== undefined; top = open.stack.at(-1)) {
    scan.at = gapEnd(scan.text, scan.at);
    if (scan.at >= scan.text.length || isFull(scan) || endsHolders(scan, top)) return mendHolders(scan, open);
    step(scan, open, top);
  }
}

/** Whether a line begins that can only stand outside: a table's header, or a key where none can stand. */
function endsHolders({ text, at }: Scan, { isList, needsComma }: OpenHolder): boolean {
  if (!isFirstOnLine(text, at)) return false;
  return text[at] === '[' ? startsHeader(text, at) : (isList || needsComma) && startsAssignment(text, at);
}

function step(scan: Scan, open: OpenHolders, top: OpenHolder): void {
  const character = scan.text[scan.at];
  if (character === ']' || character === '}') return closeHolder(scan, open, character === ']');
  if (character === ',') {
    top.needsComma = false;
    scan.at += 1;
  } else if (top.isList) scanElement(scan, open, top);
  else scanMember(scan, open, top);
}

function scanElement(scan: Scan, open: OpenHolders, list: OpenHolder): void {
  if (!beginValue(scan, open, { path: [...list.entry.path, list.count], keyRange: null })) {
    scan.at += 1;
    return;
  }
  list.count += 1;
  list.needsComma = true;
}

function scanMember(scan: Scan, open: OpenHolders, table: OpenHolder): void {
  const key = scanKey(scan.text, scan.at);
  if (key === null || !isAssigned(scan.text, key.range.end)) return leaveOrPass(scan, open);
  scan.at = blankEnd(scan.text, blankEnd(scan.text, key.range.end) + 1);
  scan.lastEnd = scan.at;
  table.needsComma = true;
  const name = { path: [...table.entry.path, ...key.parts], keyRange: key.range };
  while (!beginValue(scan, open, name)) scan.at = blankEnd(scan.text, scan.at + 1);
}

/** A string or a table instead of a key is the next element of the list around: a brace is missing. */
function leaveOrPass(scan: Scan, open: OpenHolders): void {
  const first = scan.text[scan.at];
  if (open.lists > 0 && (isQuote(first) || first === '{')) leaveHolder(open, scan.lastEnd);
  else scan.at = Math.max(bareEnd(scan.text, scan.at), scan.at + 1);
}
