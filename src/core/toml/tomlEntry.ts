/** Offsets into a text, in UTF-16 units: from `start` up to, not including, `end`. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A value where it stands. Elements of lists and values in inline tables are entries of their own, after the one that holds them. */
export interface TomlEntry {
  /** From the document's root; numbers are places in a list, also in an array of tables. */
  readonly path: readonly (string | number)[];
  /** The key as written (all its dotted parts); null for an element of a list. */
  readonly keyRange: Range | null;
  readonly kind: 'string' | 'boolean' | 'integer' | 'float' | 'date' | 'list' | 'table' | 'broken';
  /** The value as written, with its quotes. */
  readonly range: Range;
  /** The decoded text of a string, or a boolean; undefined for others. */
  readonly value: string | boolean | undefined;
  /** Of a string: the place in the file of a part of the decoded text. Of others: `range`. */
  rangeOf(start: number, end: number): Range;
}

export interface TomlHeader {
  readonly path: readonly (string | number)[];
  readonly isArray: boolean;
  readonly range: Range;
}

export interface ScannedToml {
  readonly entries: readonly TomlEntry[];
  readonly headers: readonly TomlHeader[];
}

/** The value at a path; the first where a key is given twice. Tables with a header of their own are no entries. */
export function entryAt(scanned: ScannedToml, path: TomlEntry['path']): TomlEntry | null {
  return scanned.entries.find(entry => entry.path.length === path.length && isBelow(entry.path, path)) ?? null;
}

/** All that a table or a list holds, in the order of the text: what is nested in it too. */
export function entriesBelow(scanned: ScannedToml, path: TomlEntry['path']): readonly TomlEntry[] {
  return scanned.entries.filter(entry => entry.path.length > path.length && isBelow(entry.path, path));
}

function isBelow(path: TomlEntry['path'], base: TomlEntry['path']): boolean {
  return base.every((part, index) => path[index] === part);
}
