import { cursorAt, doubtHere, isAtLineStart, skipBlank, skipLine, skipSpaces, type LockCursor } from './lockCursor.ts';
import { emptyTable, setIn, valueIn, type LockList, type LockTable, type LockEntry } from './lockTree.ts';
import { readLockKey, stepInto } from './readLockKey.ts';
import { readLockEntry, readLockValue } from './readLockValue.ts';

/** All that stands in a lock, as far as it can be read. */
export interface ScannedLock {
  readonly root: LockTable;
  /** Where the scanner first met what it does not know; the strict parser knows what is wrong there, if it is. */
  readonly doubt: number | null;
  /** Where merge conflicts start. Only their first sides are read. */
  readonly conflicts: readonly number[];
}

/** A list of tables of TOML whose tables are taken one by one as they end, and not kept: most of a lock is its packages. */
export interface TakenTables {
  readonly key: string;
  take(table: LockTable): void;
}

/** Passes once over the text, in time linear to its length; a broken line costs no more than what it says. */
export function scanLock(text: string, language: 'toml' | 'json', taken: TakenTables | null = null): ScannedLock {
  const cursor = cursorAt(text, language);
  const root = language === 'json' ? scanJson(cursor) : scanToml(cursor, taken);
  if (taken) takeAll(root, taken);
  return { root, doubt: cursor.doubt, conflicts: cursor.conflicts };
}

function scanJson(cursor: LockCursor): LockTable {
  skipBlank(cursor);
  const value = readLockValue(cursor);
  skipBlank(cursor);
  if (cursor.at < cursor.text.length) doubtHere(cursor);
  if (value.kind === 'table') return value;
  cursor.doubt ??= value.start;
  return emptyTable(value.start);
}

function scanToml(cursor: LockCursor, taken: TakenTables | null): LockTable {
  const root = emptyTable(cursor.at);
  let table = root;
  for (skipBlank(cursor); cursor.at < cursor.text.length; skipBlank(cursor)) {
    const start = cursor.at;
    if (cursor.text.charAt(start) === '[') table = readHeader(cursor, root, taken) ?? table;
    else if (!readLockEntry(cursor, table)) doubtHere(cursor);
    expectLineEnd(cursor, start);
  }
  return root;
}

/** The table that a header opens; null where it is none. */
function readHeader(cursor: LockCursor, root: LockTable, taken: TakenTables | null): LockTable | null {
  const brackets = cursor.text.startsWith('[[', cursor.at) ? 2 : 1;
  cursor.at += brackets;
  skipSpaces(cursor);
  const found = readLockKey(cursor, root);
  if (found === null) return null;
  if (cursor.text.startsWith(']'.repeat(brackets), cursor.at)) cursor.at += brackets;
  else doubtHere(cursor);
  if (brackets === 1) return stepInto(found.table, found.key);
  if (taken && found.table === root && found.key.text === taken.key) takeAll(root, taken);
  return appendTable(found.table, found.key);
}

function takeAll(root: LockTable, { key, take }: TakenTables): void {
  const value = valueIn(root, key);
  if (value?.kind !== 'list') return;
  for (const item of value.items) if (item.kind === 'table') take(item);
  value.items.length = 0;
}

function appendTable(table: LockTable, key: LockEntry): LockTable {
  const added = emptyTable(key.start);
  added.end = key.end;
  const value = valueIn(table, key.text);
  if (value?.kind === 'list') value.items.push(added);
  else {
    const list: LockList = { kind: 'list', items: [added], start: key.start, end: key.end };
    setIn(table, key, list);
  }
  return added;
}

/** A value that was never closed may have ended before the header of the next table. */
function expectLineEnd(cursor: LockCursor, start: number): void {
  if (cursor.at > start && isAtLineStart(cursor)) return;
  skipSpaces(cursor);
  const next = cursor.text.charAt(cursor.at);
  if (next === '' || next === '\n' || next === '#' || (next === '\r' && cursor.text.charAt(cursor.at + 1) === '\n')) return;
  doubtHere(cursor);
  skipLine(cursor);
}
