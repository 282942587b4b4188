import type { ScannedToml, TomlEntry } from '../toml/scanToml.ts';

/** What stands directly in a table, by key. Of a key that is given twice, the last. */
export type TomlFields = ReadonlyMap<string, TomlEntry>;

/** The tables of a list of them (`[[tool.uv.index]]`, or inline) at a path, in the order of the text. */
export function tablesIn(scanned: ScannedToml, path: readonly string[]): readonly TomlFields[] {
  const tables = new Map<number, Map<string, TomlEntry>>();
  for (const entry of scanned.entries) {
    if (entry.path.length !== path.length + 2 || !isBelow(entry, path)) continue;
    const [place, key] = entry.path.slice(path.length);
    if (typeof place !== 'number' || typeof key !== 'string') continue;
    const table = tables.get(place) ?? new Map<string, TomlEntry>();
    tables.set(place, table.set(key, entry));
  }
  return [...tables.values()];
}

/** The texts at a path: one, or those of a list. */
export function textsIn(scanned: ScannedToml, path: readonly string[]): readonly TomlEntry[] {
  return scanned.entries.filter(
    entry =>
      typeof entry.value === 'string' &&
      (entry.path.length === path.length || (entry.path.length === path.length + 1 && typeof entry.path.at(-1) === 'number')) &&
      isBelow(entry, path),
  );
}

/** The text of a field; null where there is none, or another value. */
export function fieldText(fields: TomlFields, key: string): string | null {
  const value = fields.get(key)?.value;
  return typeof value === 'string' ? value : null;
}

function isBelow(entry: TomlEntry, path: readonly string[]): boolean {
  return path.every((key, depth) => entry.path[depth] === key);
}
