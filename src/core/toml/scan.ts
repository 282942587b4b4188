import { createTableNames, type TableNames } from './tableNames.ts';
import type { TomlHeader } from './tomlEntry.ts';
import type { TomlPath, WrittenEntry } from './writtenEntry.ts';

/** A list or an inline table that is not closed yet. */
export interface OpenHolder {
  readonly entry: WrittenEntry;
  /** Of the entry among all. */
  readonly index: number;
  readonly isList: boolean;
  /** Elements so far. */
  count: number;
  /** A value came last, so a comma or the end is due. */
  needsComma: boolean;
  isClosed: boolean;
  /** Something came after it, and then more of it. */
  isContinued: boolean;
}

/** The state of one scan. */
export interface Scan {
  readonly text: string;
  at: number;
  /** Behind the last character that was part of something. */
  lastEnd: number;
  readonly entries: WrittenEntry[];
  readonly headers: TomlHeader[];
  readonly names: TableNames;
  /** The path that keys are relative to. */
  table: TomlPath;
  /** The list that lines of strings without a key go on with. */
  lastList: OpenHolder | null;
  /** How much of `MOST_PARTS` is used. */
  parts: number;
}

const MOST_ENTRIES = 250_000;
const MOST_PARTS = 8_000_000;

/** A byte order mark is no part of the first line. */
export function startScan(text: string): Scan {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  const names = createTableNames();
  return { text, at: start, lastEnd: start, entries: [], headers: [], names, table: [], lastList: null, parts: 0 };
}

/** A hostile file ends here, long before memory does. */
export function isFull(scan: Scan): boolean {
  return scan.entries.length + scan.headers.length >= MOST_ENTRIES || scan.parts >= MOST_PARTS;
}

export function addEntry(scan: Scan, entry: WrittenEntry): WrittenEntry {
  scan.entries.push(entry);
  scan.parts += entry.path.length;
  scan.lastEnd = entry.range.end;
  return entry;
}
