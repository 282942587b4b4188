import { isFirstOnLine, trimmedEnd } from './characters.ts';
import { leaveHolder, type OpenHolders } from './openHolders.ts';
import type { OpenHolder, Scan } from './scan.ts';
import type { WrittenEntry } from './writtenEntry.ts';

/** Ends lists and tables that were never closed, and takes out of them what they hold by mistake only. */
export function mendHolders(scan: Scan, open: OpenHolders): void {
  const [outer] = open.stack;
  while (open.stack.length > 0) leaveHolder(open, scan.lastEnd);
  if (!outer || outer.isContinued || scan.at >= scan.text.length) return;
  if (outer.isList) joinLists(scan, outer);
  else releaseKeys(scan, outer);
}

/** In a list that is not closed, a bracket too many made the only list that is its last element: it joins the outer one. */
function joinLists(scan: Scan, outer: OpenHolder): void {
  const joined = listsToJoin(scan, outer);
  if (joined.length === 0) return;
  let list = outer.entry;
  outer.count = 0;
  for (const entry of scan.entries.splice(outer.index + 1)) {
    if (entry === joined[0]) {
      list = entry;
      joined.shift();
      continue;
    }
    if (entry.path.length === list.path.length + 1) outer.count += 1;
    entry.path = [...outer.entry.path, outer.count - 1, ...entry.path.slice(list.path.length + 1)];
    scan.entries.push(entry);
  }
}

/** More brackets too many than this are no slip of the hand. */
const MOST_JOINED = 4;

/** From the outer to the inner one. */
function listsToJoin(scan: Scan, outer: OpenHolder): WrittenEntry[] {
  const lists: WrittenEntry[] = [];
  let from = outer.index;
  for (let parent: WrittenEntry | undefined = outer.entry; parent && lists.length < MOST_JOINED; parent = lists.at(-1)) {
    const depth: number = parent.path.length + 1;
    const elements = scan.entries.slice(from + 1).filter(({ path }) => path.length === depth);
    const last = elements.at(-1);
    if (last?.kind !== 'list' || elements.filter(({ kind }) => kind === 'list').length > 1) break;
    lists.push(last);
    from = scan.entries.lastIndexOf(last);
  }
  return lists;
}

/** In an inline table that is not closed, keys on lines that are indented no further than its own are keys beside it. */
function releaseKeys(scan: Scan, { entry: table, index }: OpenHolder): void {
  const held = scan.entries.slice(index + 1);
  const first = held.findIndex(entry => isBeside(scan.text, table, entry));
  if (first < 0) return;
  const end = held.slice(0, first).reduce((latest, { range }) => Math.max(latest, range.end), table.range.start + 1);
  table.range = { start: table.range.start, end };
  for (const entry of held.slice(first)) entry.path = [...scan.table, ...entry.path.slice(table.path.length)];
}

function isBeside(text: string, table: WrittenEntry, { keyRange }: WrittenEntry): boolean {
  if (keyRange === null || table.keyRange === null || !isFirstOnLine(text, keyRange.start)) return false;
  return indentation(text, keyRange.start) <= indentation(text, table.keyRange.start);
}

function indentation(text: string, at: number): number {
  return at - trimmedEnd(text, 0, at);
}
