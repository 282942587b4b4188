import { gapEnd, isFirstOnLine, isQuote } from './characters.ts';
import { startsAssignment, startsHeader } from './lineShapes.ts';
import { addEntry, type Scan } from './scan.ts';
import { WrittenEntry, type ValueName } from './writtenEntry.ts';
import { scanString } from './scanString.ts';

/** Passes over the list or table at `scan.at`, which is nested too deeply, as one broken value. */
export function skipNested(scan: Scan, name: ValueName): void {
  const { text, at: start } = scan;
  let depth = 0;
  do {
    const character = text[scan.at];
    if (character === '[' || character === '{') depth += 1;
    if (character === ']' || character === '}') depth -= 1;
    scan.at = isQuote(character) ? scanString(text, scan.at).end : scan.at + 1;
    scan.lastEnd = scan.at;
    if (depth > 0) scan.at = gapEnd(text, scan.at);
  } while (depth > 0 && scan.at < text.length && !startsStatement(text, scan.at));
  addEntry(scan, new WrittenEntry(name, 'broken', { start, end: scan.lastEnd }));
}

function startsStatement(text: string, at: number): boolean {
  return isFirstOnLine(text, at) && (startsHeader(text, at) || startsAssignment(text, at));
}
