import { addEntry, type OpenHolder, type Scan } from './scan.ts';
import { WrittenEntry, type ValueName } from './writtenEntry.ts';

/** The lists and inline tables around a place, the innermost last. */
export interface OpenHolders {
  readonly stack: OpenHolder[];
  lists: number;
  tables: number;
}

export function noHolders(): OpenHolders {
  return { stack: [], lists: 0, tables: 0 };
}

/** Adds the list or table whose bracket stands at `scan.at`, and goes on behind the bracket. */
export function openHolder(scan: Scan, open: OpenHolders, name: ValueName): void {
  const isList = scan.text[scan.at] === '[';
  const range = { start: scan.at, end: scan.at + 1 };
  const entry = addEntry(scan, new WrittenEntry(name, isList ? 'list' : 'table', range));
  enterHolder(open, newHolder(scan, entry));
  scan.at += 1;
}

/** Of the entry that was added last. */
export function newHolder(scan: Scan, entry: WrittenEntry): OpenHolder {
  const index = scan.entries.length - 1;
  return { entry, index, isList: entry.kind === 'list', count: 0, needsComma: false, isClosed: false, isContinued: false };
}

export function enterHolder(open: OpenHolders, holder: OpenHolder): void {
  open.stack.push(holder);
  if (holder.isList) open.lists += 1;
  else open.tables += 1;
}

/** Closes the innermost list, or table, with the bracket at `scan.at`. What is open inside of it ends before. Without one the bracket is passed over. */
export function closeHolder(scan: Scan, open: OpenHolders, isList: boolean): void {
  if (isList ? open.lists > 0 : open.tables > 0) {
    while (open.stack.at(-1)?.isList === !isList) leaveHolder(open, scan.lastEnd);
    scan.lastEnd = scan.at + 1;
    const closed = leaveHolder(open, scan.lastEnd);
    if (closed) closed.isClosed = true;
  }
  scan.at += 1;
}

export function leaveHolder(open: OpenHolders, end: number): OpenHolder | undefined {
  const left = open.stack.pop();
  if (!left) return undefined;
  left.entry.range = { start: left.entry.range.start, end };
  if (left.isList) open.lists -= 1;
  else open.tables -= 1;
  return left;
}
