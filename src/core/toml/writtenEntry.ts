import { mapDecoded } from './decodeString.ts';
import type { WrittenString } from './scanShortString.ts';
import type { Range, TomlEntry } from './tomlEntry.ts';

export type TomlPath = TomlEntry['path'];

/** What a value is called: its path, and where its key stands. */
export interface ValueName {
  readonly path: TomlPath;
  readonly keyRange: Range | null;
}

/** A string in its file. */
export interface StringSource {
  readonly text: string;
  readonly written: WrittenString;
}

/** While scanning, its end, its place in a list or its table can still change. A class, since a large lock has some 200,000 of them. */
export class WrittenEntry implements TomlEntry {
  path: TomlPath;
  keyRange: Range | null;
  readonly kind: TomlEntry['kind'];
  range: Range;
  readonly value: string | boolean | undefined;
  private readonly source: StringSource | null;
  private map: TomlEntry['rangeOf'] | null = null;

  constructor(name: ValueName, kind: TomlEntry['kind'], range: Range, value?: string | boolean, source: StringSource | null = null) {
    this.path = name.path;
    this.keyRange = name.keyRange;
    this.kind = kind;
    this.range = range;
    this.value = value;
    this.source = source;
  }

  rangeOf(start: number, end: number): Range {
    if (this.source === null || typeof this.value !== 'string') return this.range;
    this.map ??= mapDecoded(this.source.text, this.source.written, this.value.length);
    return this.map(start, end);
  }
}
