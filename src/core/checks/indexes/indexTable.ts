import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { TomlEntry } from '../../toml/tomlEntry.ts';

/** A table of a list of them, in which a TOML file describes an index. */
export interface IndexTable {
  readonly path: TomlEntry['path'];
  /** What stands directly in it, by key. */
  readonly fields: ReadonlyMap<string, TomlEntry>;
  /** Whether it has a line of its own, `[[tool.uv.index]]`, or stands in braces. */
  readonly hasHeader: boolean;
}

/** By the place of the first character of the address, where a reference to the index stands. All in one go: a file may have thousands. */
export function indexTablesIn({ toml }: DependencyDocument): ReadonlyMap<number, IndexTable> {
  const headers = new Set(toml?.headers.map(({ path }) => JSON.stringify(path)));
  const tables = new Map<string, { readonly path: TomlEntry['path']; readonly fields: Map<string, TomlEntry> }>();
  for (const entry of toml?.entries ?? []) {
    const key = entry.path.at(-1);
    if (typeof key !== 'string' || typeof entry.path.at(-2) !== 'number') continue;
    const path = entry.path.slice(0, -1);
    const table = tables.get(JSON.stringify(path)) ?? { path, fields: new Map<string, TomlEntry>() };
    tables.set(JSON.stringify(path), { path, fields: table.fields.set(key, entry) });
  }
  return new Map([...tables].flatMap(([key, table]) => placed({ ...table, hasHeader: headers.has(key) })));
}

function placed(table: IndexTable): readonly (readonly [number, IndexTable])[] {
  const address = table.fields.get('url');
  return typeof address?.value === 'string' ? [[address.rangeOf(0, address.value.length).start, table]] : [];
}

/** The installer that a document's index is meant for. */
export function toolOf({ kind, toml }: DependencyDocument, table: IndexTable | null): string {
  if (kind === 'pipfile') return 'pipenv';
  if (toml === null) return 'pip';
  const [first, tool] = table?.path ?? [];
  return first === 'tool' ? String(tool) : 'uv';
}
