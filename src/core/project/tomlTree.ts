import type { Range, ScannedToml, TomlEntry } from '../toml/scanToml.ts';

/** A place in a TOML document: the value that stands there, and what is below it by key, or by number in a list. */
export interface TomlNode {
  /** Of the value; of a table with a header of its own, or of dotted keys, where it first comes up. */
  readonly range: Range;
  /** Of the key, where it first comes up; of an element of a list the same as `range`. */
  readonly keyRange: Range;
  /** Null for a table that is written as a header or by dotted keys. */
  readonly entry: TomlEntry | null;
  readonly below: ReadonlyMap<string | number, TomlNode>;
}

/** What stands at `root` and below it; null where nothing does. Each way to write a table gives the same tree. */
export function tomlTree({ entries, headers }: ScannedToml, root: readonly string[]): TomlNode | null {
  const holder = newNode({ start: 0, end: 0 });
  const isBelow = ({ path }: { readonly path: TomlEntry['path'] }): boolean => root.every((key, depth) => path[depth] === key);
  const places = [
    ...headers.filter(isBelow).map(({ path, range }) => ({ path, range, entry: null })),
    ...entries.filter(isBelow).map(entry => ({ path: entry.path, range: entry.keyRange ?? entry.range, entry })),
  ];
  for (const { path, range, entry } of places) {
    const node = path.slice(root.length).reduce((parent, key) => childOf(parent, key, range), childOf(holder, '', range));
    if (entry === null) continue;
    node.entry = entry;
    node.range = entry.range;
  }
  return holder.below.get('') ?? null;
}

interface GrowingNode extends TomlNode {
  range: Range;
  entry: TomlEntry | null;
  readonly below: Map<string | number, GrowingNode>;
}

function newNode(range: Range): GrowingNode {
  return { range, keyRange: range, entry: null, below: new Map() };
}

function childOf(parent: GrowingNode, key: string | number, range: Range): GrowingNode {
  const known = parent.below.get(key);
  if (known) return known;
  const node = newNode(range);
  parent.below.set(key, node);
  return node;
}
