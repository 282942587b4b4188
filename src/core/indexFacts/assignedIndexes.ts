import type { DependencyDocument } from '../documents/dependencyDocument.ts';
import { normalizeName } from '../names/normalizeName.ts';
import type { TomlEntry } from '../toml/scanToml.ts';
import { readAskedIndex, type AskedIndex } from './askedIndex.ts';

/** An index by itself; `unreadable` where it is not known or cannot be asked. */
export type SoleIndex = AskedIndex | 'unreadable';

/** By normalised name, the one index that a project takes it from: uv's sources, Poetry's `source`, Pipenv's `index`. */
export function assignedIndexes(documents: readonly DependencyDocument[]): ReadonlyMap<string, SoleIndex> {
  const assigned = new Map<string, SoleIndex>();
  for (const { toml, indexes } of documents)
    for (const entry of toml?.entries ?? []) {
      const name = assignedName(entry);
      if (name === null) continue;
      const url = indexes.find(index => index.name === entry.value)?.url;
      const index = url === undefined ? null : readAskedIndex(url);
      assigned.set(name, stricter(assigned.get(name), index ?? 'unreadable'));
    }
  return assigned;
}

/** Where a name has several, by markers or groups: one that cannot be asked wins, then a private one. */
export function stricter(one: SoleIndex | undefined, other: SoleIndex): SoleIndex {
  if (one === undefined || other === 'unreadable') return other;
  return one !== 'unreadable' && one.isPublic ? other : one;
}

/** The package of an entry that names its index; null for any other entry. */
function assignedName({ path, value }: TomlEntry): string | null {
  if (typeof value !== 'string') return null;
  const keys = path.filter(part => typeof part === 'string');
  const table = tables.find(({ before, key }) => keys.at(-1) === key && before(keys.slice(0, -2)));
  const name = keys.at(-2);
  return table === undefined || name === undefined ? null : normalizeName(name);
}

const tables: readonly { readonly key: string; before(path: readonly string[]): boolean }[] = [
  { key: 'index', before: path => path.join('.') === 'tool.uv.sources' },
  { key: 'source', before: path => path.slice(0, 2).join('.') === 'tool.poetry' && path.at(-1)?.endsWith('dependencies') === true },
  { key: 'index', before: path => path.length === 1 && path[0] !== 'tool' },
];
