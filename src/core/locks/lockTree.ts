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

/** Its keys in the order they stand, and the value of each at the same place. No object of names, so that no key of a file can reach a prototype. */
export interface LockTable {
  readonly kind: 'table';
  readonly keys: LockText[];
  readonly values: LockValue[];
  /** Made where there are many keys, so that finding one stays quick. */
  places: Map<string, number> | null;
  readonly start: number;
  end: number;
}

const MANY = 12;

export function emptyTable(start: number): LockTable {
  return { kind: 'table', keys: [], values: [], places: null, start, end: start };
}

/** A later value takes the place of an earlier one under the same key; then the answer is false. */
export function setIn(table: LockTable, key: LockText, value: LockValue): boolean {
  const place = placeIn(table, key.text);
  if (place !== -1) table.values[place] = value;
  else {
    table.values.push(value);
    if (table.keys.push(key) > MANY) indexed(table).set(key.text, table.keys.length - 1);
  }
  return place === -1;
}

export function valueIn(table: LockTable, key: string): LockValue | null {
  const place = placeIn(table, key);
  return place === -1 ? null : (table.values[place] ?? null);
}

export function entriesOf(table: LockTable | null): readonly (readonly [LockText, LockValue])[] {
  return (table?.values ?? []).flatMap((value, place) => {
    const key = table?.keys[place];
    return key ? [[key, value]] : [];
  });
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

function placeIn({ keys, places }: LockTable, key: string): number {
  if (places) return places.get(key) ?? -1;
  for (let place = 0; place < keys.length; place += 1) if (keys[place]?.text === key) return place;
  return -1;
}

function indexed(table: LockTable): Map<string, number> {
  table.places ??= new Map(table.keys.map(({ text }, place) => [text, place]));
  return table.places;
}
