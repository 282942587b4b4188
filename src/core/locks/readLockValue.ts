import { doubtHere, isAtLineStart, skipBlank, skipSpaces, type LockCursor } from './lockCursor.ts';
import { readLockKey } from './readLockKey.ts';
import { isQuote, readLockText } from './readLockText.ts';
import { emptyTable, setIn, type LockList, type LockTable, type LockValue, type LockWord } from './lockTree.ts';

/** Locks nest five deep; what nests deeper is no lock, and must not exhaust the stack. */
const DEEPEST = 50;

const OPEN_LIST = 91;
const CLOSE_LIST = 93;
const OPEN_TABLE = 123;
const CLOSE_TABLE = 125;
const COMMA = 44;
const NUMBER_OR_NAME = /^(?:\d+|true|false|null|[+-]?(?:inf|nan|\d[\d_]*(?:\.\d[\d_]*)?(?:[eE][+-]?\d+)?)|0[xob][\da-fA-F_]+)$/;
const DATE_OR_TIME = /^\d{2,4}[-:]\d\d(?:[-:]\d\d)?(?:[Tt ]\d\d:\d\d)?(?::\d\d)?(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)?$/;
const HEADER = /\[\[?[ \t]*[A-Za-z][\w.-]*[ \t]*\]\]?[ \t]*\r?(?:\n|#|$)/y;

/** A value of TOML or JSON where the cursor stands. What is broken in it is passed over, and noted as a doubt. */
export function readLockValue(cursor: LockCursor, depth = 0): LockValue {
  const code = cursor.text.charCodeAt(cursor.at);
  if (isQuote(code)) return readLockText(cursor);
  if (depth > DEEPEST) return readNothing(cursor);
  if (code === OPEN_TABLE) return readTable(cursor, depth);
  if (code === OPEN_LIST) return readList(cursor, depth);
  return readWord(cursor);
}

/** A key with its value, into the table. False where no key stands. */
export function readLockEntry(cursor: LockCursor, table: LockTable, depth = 0): boolean {
  const found = readLockKey(cursor, table);
  if (found === null) return false;
  if (!readSeparator(cursor)) return true;
  const isNew = setIn(found.table, found.key, readLockValue(cursor, depth));
  if (!isNew) cursor.doubt ??= found.key.start;
  return true;
}

function readTable(cursor: LockCursor, depth: number): LockTable {
  const table = emptyTable(cursor.at);
  cursor.at += 1;
  while (hasNext(cursor, CLOSE_TABLE)) {
    if (readLockEntry(cursor, table, depth + 1)) readComma(cursor, CLOSE_TABLE);
    else if (isBracket(cursor)) break;
    else cursor.at += 1;
  }
  table.end = cursor.at;
  return table;
}

function readList(cursor: LockCursor, depth: number): LockList {
  const list: LockList = { kind: 'list', items: [], start: cursor.at, end: cursor.at };
  cursor.at += 1;
  while (hasNext(cursor, CLOSE_LIST)) {
    const before = cursor.at;
    list.items.push(readLockValue(cursor, depth + 1));
    if (cursor.at === before) cursor.at += 1;
    readComma(cursor, CLOSE_LIST);
  }
  list.end = cursor.at;
  return list;
}

/** Whether something stands before the closing bracket, which is passed. A header at a line's start ends a bracket that was never closed. */
function hasNext(cursor: LockCursor, close: number): boolean {
  skipBlank(cursor);
  const code = cursor.text.charCodeAt(cursor.at);
  if (code === close) {
    cursor.at += 1;
    return false;
  }
  if (!Number.isNaN(code) && !isAtHeader(cursor)) return true;
  doubtHere(cursor);
  return false;
}

function isAtHeader(cursor: LockCursor): boolean {
  if (cursor.language === 'json' || cursor.text.charCodeAt(cursor.at) !== OPEN_LIST || !isAtLineStart(cursor)) return false;
  HEADER.lastIndex = cursor.at;
  return HEADER.test(cursor.text);
}

/** False, and a doubt, where it is missing. */
function readSeparator(cursor: LockCursor): boolean {
  const isJson = cursor.language === 'json';
  if (isJson) skipBlank(cursor);
  const isThere = cursor.text.charAt(cursor.at) === (isJson ? ':' : '=');
  if (!isThere) doubtHere(cursor);
  else cursor.at += 1;
  if (isJson) skipBlank(cursor);
  else skipSpaces(cursor);
  return isThere;
}

function readComma(cursor: LockCursor, close: number): void {
  skipBlank(cursor);
  const code = cursor.text.charCodeAt(cursor.at);
  if (code === close) return;
  if (code !== COMMA) return doubtHere(cursor);
  cursor.at += 1;
  if (cursor.language === 'toml') return;
  skipBlank(cursor);
  if (cursor.text.charCodeAt(cursor.at) === close) doubtHere(cursor);
}

/** Where a key should stand: then the table was never closed. */
function isBracket(cursor: LockCursor): boolean {
  doubtHere(cursor);
  const code = cursor.text.charCodeAt(cursor.at);
  return code === OPEN_TABLE || code === OPEN_LIST || code === CLOSE_LIST;
}

function readWord(cursor: LockCursor): LockWord {
  const { text, at: start } = cursor;
  let end = start;
  while (isWordCode(text.charCodeAt(end))) end += 1;
  // A date may have a blank before its time (TOML, section Local Date-Time).
  if (end - start === 10 && isDigit(text.charCodeAt(end + 1))) for (end += 1; isWordCode(text.charCodeAt(end));) end += 1;
  if (end === start) return readNothing(cursor);
  cursor.at = end;
  const word = text.slice(start, end);
  if (!isAllDigits(text, start, end) && !NUMBER_OR_NAME.test(word) && !DATE_OR_TIME.test(word)) cursor.doubt ??= start;
  return { kind: 'word', text: word, start, end };
}

/** ASCII letters, digits and `+ - . : _`. */
function isWordCode(code: number): boolean {
  if (code >= 97) return code <= 122;
  if (code >= 65) return code <= 90 || code === 95;
  return (code >= 48 && code <= 58) || code === 43 || code === 45 || code === 46;
}

/** Most are sizes. */
function isAllDigits(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end && isDigit(text.charCodeAt(at))) at += 1;
  return at === end;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function readNothing(cursor: LockCursor): LockWord {
  doubtHere(cursor);
  return { kind: 'word', text: '', start: cursor.at, end: cursor.at };
}
