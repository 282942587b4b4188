import { doubtHere, skipSpaces, type LockCursor } from './lockCursor.ts';
import { isQuote, readLockText } from './readLockText.ts';
import { emptyTable, entryOf, setIn, valueIn, type LockEntry, type LockTable, type LockText } from './lockTree.ts';

const DOT = 46;
const HYPHEN = 45;
const UNDERSCORE = 95;

/** The last part of a key, and the table that the parts before it lead to from the given one; tables on the way are made. Null where no key stands. */
export function readLockKey(cursor: LockCursor, from: LockTable): { readonly table: LockTable; readonly key: LockEntry } | null {
  let table = from;
  let key = readPart(cursor);
  if (key === null) return null;
  for (skipSpaces(cursor); cursor.text.charCodeAt(cursor.at) === DOT; skipSpaces(cursor)) {
    cursor.at += 1;
    skipSpaces(cursor);
    table = stepInto(table, key);
    key = readPart(cursor);
    if (key === null) return null;
  }
  return { table, key };
}

/** The table under a key, the last one of a list of tables; made where nothing fits. */
export function stepInto(table: LockTable, key: LockEntry): LockTable {
  const value = valueIn(table, key.text);
  const last = value?.kind === 'list' ? value.items.at(-1) : value;
  if (last?.kind === 'table') return last;
  const made = emptyTable(key.start);
  setIn(table, key, made);
  return made;
}

function readPart(cursor: LockCursor): LockEntry | null {
  const { text, at: start } = cursor;
  if (isQuote(text.charCodeAt(start))) return quotedPart(readLockText(cursor));
  let end = start;
  while (isBareKeyCode(text.charCodeAt(end))) end += 1;
  cursor.at = end;
  if (end === start || cursor.language === 'json') doubtHere(cursor);
  return end === start ? null : entryOf(text.slice(start, end), start, end);
}

function quotedPart({ text, start, end }: LockText): LockEntry {
  return entryOf(text, start, end);
}

/** ASCII letters, digits, `_` and `-` (TOML, section Keys). */
function isBareKeyCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === HYPHEN || code === UNDERSCORE;
}
