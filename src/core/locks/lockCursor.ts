/** Where a scanner of locks stands, and what it met on the way. */
export interface LockCursor {
  readonly text: string;
  readonly language: 'toml' | 'json';
  at: number;
  /** Where the scanner first met what it does not know. */
  doubt: number | null;
  /** Where merge conflicts start. */
  readonly conflicts: number[];
  /** Of the conflict that is open: the line end before its last marker. Null outside of one. */
  conflictEnd: number | null;
  /** The next line feed and the next backslash from where they were last looked for: each is found once. */
  lineEnd: number;
  backslash: number;
}

const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const HASH = 35;
const BYTE_ORDER_MARK = '\uFEFF';

export function cursorAt(text: string, language: 'toml' | 'json'): LockCursor {
  const at = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  const cursor: LockCursor = { text, language, at, doubt: null, conflicts: [], conflictEnd: null, lineEnd: -1, backslash: -1 };
  skipConflictMarker(cursor);
  return cursor;
}

export function doubtHere(cursor: LockCursor): void {
  cursor.doubt ??= cursor.at;
}

/** Skips blanks up to the line's end, not over it. */
export function skipSpaces(cursor: LockCursor): void {
  const { text } = cursor;
  let at = cursor.at;
  for (let code = text.charCodeAt(at); code === SPACE || code === TAB; code = text.charCodeAt(at)) at += 1;
  cursor.at = at;
}

/** Skips blanks, line ends, comments (in TOML) and the markers of merge conflicts. */
export function skipBlank(cursor: LockCursor): void {
  const { text } = cursor;
  for (;;) {
    skipSpaces(cursor);
    const code = text.charCodeAt(cursor.at);
    if (code === LINE_FEED) {
      cursor.at += 1;
      skipConflictMarker(cursor);
    } else if (code === CARRIAGE_RETURN) cursor.at += 1;
    else if (code === HASH && cursor.language === 'toml') skipLine(cursor);
    else return;
  }
}

/** To the line's end, not over it. */
export function skipLine(cursor: LockCursor): void {
  cursor.at = lineEndFrom(cursor, cursor.at);
}

export function lineEndFrom(cursor: LockCursor, at: number): number {
  if (cursor.lineEnd < at) cursor.lineEnd = offsetOf(cursor.text, '\n', at);
  return cursor.lineEnd;
}

export function backslashFrom(cursor: LockCursor, at: number): number {
  if (cursor.backslash < at) cursor.backslash = offsetOf(cursor.text, '\\', at);
  return cursor.backslash;
}

export function isAtLineStart({ text, at }: LockCursor): boolean {
  return at === 0 || text.charCodeAt(at - 1) === LINE_FEED;
}

/** Only one side of a merge conflict is read, the first: so what is read was a whole file once. */
function skipConflictMarker(cursor: LockCursor): void {
  const { text, at } = cursor;
  if (text.startsWith('<<<<<<<', at)) {
    cursor.conflicts.push(at);
    if (cursor.conflictEnd === null || cursor.conflictEnd < at) cursor.conflictEnd = offsetOf(text, '\n>>>>>>>', at);
    skipLine(cursor);
  } else if (cursor.conflictEnd !== null && (text.startsWith('=======', at) || text.startsWith('|||||||', at))) {
    cursor.at = Math.min(cursor.conflictEnd + 1, text.length);
    cursor.conflictEnd = null;
    skipLine(cursor);
  }
}

/** The text's length where it is not found. */
function offsetOf(text: string, part: string, at: number): number {
  const found = text.indexOf(part, at);
  return found === -1 ? text.length : found;
}
