import type { DependencyDocument } from '../documents/dependencyDocument.ts';
import type { TomlEntry } from '../toml/scanToml.ts';
import { oncePerDocument } from './oncePerDocument.ts';

/** The elements of the list at the path, in order. */
export function elementsOf(document: DependencyDocument, list: TomlEntry['path']): readonly TomlEntry[] {
  return lists(document).get(JSON.stringify(list)) ?? [];
}

/** The element of a list, a string or table, in which the offset is; null where it is in none. */
export function elementAt(document: DependencyDocument, offset: number): TomlEntry | null {
  const all = elements(document);
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if ((all[middle]?.range.start ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  const last = all[low - 1];
  return last !== undefined && offset < last.range.end ? last : null;
}

const lists = oncePerDocument(document => {
  const found = new Map<string, TomlEntry[]>();
  for (const element of inLists(document)) {
    const list = JSON.stringify(element.path.slice(0, -1));
    const known = found.get(list);
    if (known) known.push(element);
    else found.set(list, [element]);
  }
  return found;
});

const elements = oncePerDocument(document =>
  inLists(document)
    .filter(({ kind }) => kind === 'string' || kind === 'table')
    .toSorted((one, other) => one.range.start - other.range.start),
);

function inLists({ toml }: DependencyDocument): readonly TomlEntry[] {
  return (toml?.entries ?? []).filter(({ path }) => typeof path.at(-1) === 'number');
}
