import type { ScannedToml, TomlEntry } from '../toml/scanToml.ts';
import { isTable, type TomlTable } from './tomlTable.ts';

/** The tables, lists, texts and booleans that the tolerant scanner finds in a text that is no TOML; null where it finds none. */
export function fragmentsOf({ entries, headers }: ScannedToml): TomlTable | null {
  const root = newTable();
  for (const { path } of headers) put(root, path, newTable());
  for (const entry of entries) put(root, entry.path, valueOf(entry));
  return Object.keys(root).length === 0 ? null : root;
}

type Holder = Record<string | number, unknown>;

function newTable(): Holder {
  return Object.create(null) as Holder;
}

function valueOf({ kind, value }: TomlEntry): unknown {
  if (kind === 'table') return newTable();
  return kind === 'list' ? [] : value;
}

/** What came first stays. A key never lands in a list, where `__proto__` would mean something. */
function put(root: Holder, path: TomlEntry['path'], value: unknown): void {
  let holder: unknown = root;
  for (const [depth, key] of path.entries()) {
    if (!(typeof key === 'number' ? Array.isArray(holder) : isTable(holder))) return;
    const place = holder as Holder;
    place[key] ??= depth === path.length - 1 ? value : typeof path[depth + 1] === 'number' ? [] : newTable();
    holder = place[key];
  }
}
