import { blankEnd, gapEnd, isQuote, isRestOfLine, lineEnd } from './characters.ts';
import { isAssigned, startsAssignment, startsElements } from './lineShapes.ts';
import type { Scan } from './scan.ts';
import { goOnWith, scanAssignment } from './scanAssignment.ts';
import { scanHeader } from './scanHeader.ts';
import { repairKey, scanKey, type WrittenKey } from './scanKey.ts';

/** Reads one statement, a table's header or a key with its value, or what is left of one. */
export function scanStatement(scan: Scan): void {
  const { text, at } = scan;
  const key = scanKey(text, at);
  if (key !== null && isAssigned(text, key.range.end)) scanAssignment(scan, key, blankEnd(text, key.range.end) + 1);
  else if (!scanHeader(scan) && !scanElements(scan) && !scanBrokenAssignment(scan, key)) passLine(scan, key);
}

/** Elements without their list: a bracket is too many above, or missing. */
function scanElements(scan: Scan): boolean {
  const { text, at, lastList } = scan;
  if (lastList === null || !startsElements(text, at)) return false;
  if (isQuote(text[at]) && startsAssignment(text, at + 1)) return false;
  goOnWith(scan, lastList);
  return true;
}

function scanBrokenAssignment(scan: Scan, key: WrittenKey | null): boolean {
  const { text, at } = scan;
  const equals = equalsOnLine(text, at);
  const next = key === null ? at : blankEnd(text, key.range.end);
  if (key !== null && !isQuote(text[at]) && startsValue(text, next, equals)) return assign(scan, key, next);
  const repaired = equals < 0 ? null : repairKey(text, at, equals);
  return repaired !== null && assign(scan, repaired, equals + 1);
}

/** What can only be a value, where an equals sign is missing. */
function startsValue(text: string, at: number, equals: number): boolean {
  if (isRestOfLine(text, at)) return startsElements(text, gapEnd(text, at));
  return text[at] === '{' || (equals < 0 && (text[at] === '[' || isQuote(text[at])));
}

function assign(scan: Scan, key: WrittenKey, valueStart: number): boolean {
  scanAssignment(scan, key, valueStart);
  return true;
}

/** The first equals sign on the line that belongs to no operator of a version; -1 where there is none. */
function equalsOnLine(text: string, at: number): number {
  for (let found = at; !isRestOfLine(text, found) || text[found] === '#'; found += 1) {
    if (text[found] === '=' && text[found + 1] !== '=' && !/[<>=!~^]/.test(text[found - 1] ?? '')) return found;
  }
  return -1;
}

/** A name on a line of its own may be the beginning of another list; brackets and the like change nothing. */
function passLine(scan: Scan, key: WrittenKey | null): void {
  if (key !== null) scan.lastList = null;
  scan.at = Math.max(lineEnd(scan.text, scan.at), scan.at + 1);
}
