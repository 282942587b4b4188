/** What stands in a lock, with its place: offsets in UTF-16 units, from `start` up to, not including, `end`. */
export type LockValue = LockText | LockWord | LockList | LockTable;

/** A string. The place leaves its quotes out. */
export interface LockText {
  readonly kind: 'text';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A number, a date or a boolean, as written. */
export interface LockWord {
  readonly kind: 'word';
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

export interface LockList {
  readonly kind: 'list';
  readonly items: LockValue[];
  readonly start: number;
  end: number;
}

/** Its entries in the order they stand, a chain: most tables have three. No object of names, so that no key of a file can reach a prototype. */
export interface LockTable {
  readonly kind: 'table';
  first: LockEntry | null;
  last: LockEntry | null;
  size: number;
  /** Made where there are many entries, so that finding one stays quick. */
  index: Map<string, LockEntry> | null;
  readonly start: number;
  end: number;
}

/** A key with its place, and what stands under it once that is read: one object, since a lock has a hundred thousand. */
export interface LockEntry extends LockText {
  value: LockValue | null;
  next: LockEntry | null;
}

const MANY = 12;

export function emptyTable(start: number): LockTable {
  return { kind: 'table', first: null, last: null, size: 0, index: null, start, end: start };
}

export function entryOf(text: string, start: number, end: number): LockEntry {
  return { kind: 'text', text, start, end, value: null, next: null };
}

/** A later value takes the place of an earlier one under the same key; then the answer is false. The entry belongs to the table from then on. */
export function setIn(table: LockTable, entry: LockEntry, value: LockValue): boolean {
  const known = entryIn(table, entry.text);
  if (known === null) append(table, entry);
  (known ?? entry).value = value;
  return known === null;
}

export function valueIn(table: LockTable, key: string): LockValue | null {
  return entryIn(table, key)?.value ?? null;
}

export function entriesOf(table: LockTable | null): readonly (readonly [LockText, LockValue])[] {
  const entries: (readonly [LockText, LockValue])[] = [];
  for (let entry = table?.first ?? null; entry !== null; entry = entry.next) if (entry.value) entries.push([entry, entry.value]);
  return entries;
}

/** Null where there is no text, or an empty one. */
export function textIn(table: LockTable, key: string): LockText | null {
  const value = valueIn(table, key);
  return value?.kind === 'text' && value.text !== '' ? value : null;
}

/** A text or a number; null where there is none, or an empty one. */
export function scalarIn(table: LockTable, key: string): LockText | LockWord | null {
  const value = valueIn(table, key);
  return (value?.kind === 'text' || value?.kind === 'word') && value.text !== '' ? value : null;
}

export function tableIn(table: LockTable, key: string): LockTable | null {
  const value = valueIn(table, key);
  return value?.kind === 'table' ? value : null;
}

/** The tables of a list; others in it are left out. */
export function tablesIn(table: LockTable, key: string): readonly LockTable[] {
  return tablesOf(valueIn(table, key));
}

export function tablesOf(value: LockValue | null): readonly LockTable[] {
  return value?.kind === 'list' ? value.items.filter(item => item.kind === 'table') : [];
}

export function textsIn(table: LockTable, key: string): readonly LockText[] {
  const value = valueIn(table, key);
  return value?.kind === 'list' ? value.items.filter(item => item.kind === 'text') : [];
}

export function isTrueIn(table: LockTable, key: string): boolean {
  const value = valueIn(table, key);
  return value?.kind === 'word' && value.text === 'true';
}

function entryIn({ first, index }: LockTable, key: string): LockEntry | null {
  if (index !== null) return index.get(key) ?? null;
  let entry = first;
  while (entry !== null && entry.text !== key) entry = entry.next;
  return entry;
}

function append(table: LockTable, entry: LockEntry): void {
  if (table.last === null) table.first = entry;
  else table.last.next = entry;
  table.last = entry;
  table.size += 1;
  if (table.size > MANY) indexed(table).set(entry.text, entry);
}

function indexed(table: LockTable): Map<string, LockEntry> {
  if (table.index !== null) return table.index;
  table.index = new Map();
  for (let entry = table.first; entry !== null; entry = entry.next) table.index.set(entry.text, entry);
  return table.index;
}
