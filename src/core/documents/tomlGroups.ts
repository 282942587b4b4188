import type { Range, TomlEntry } from '../toml/scanToml.ts';
import type { DependencyGroup } from './dependencyDocument.ts';
import { keyPartRange } from './keyPartRange.ts';
import type { PlacedToml } from './placedToml.ts';

/** The groups of `[dependency-groups]` (PEP 735) and of Poetry, and which of them include which. Names are as written: compare them normalised. */
export function tomlGroups(source: PlacedToml): readonly DependencyGroup[] {
  return [...standardGroups(source), ...poetryGroups(source)];
}

interface Draft extends DependencyGroup {
  readonly includes: DependencyGroup['includes'][number][];
}

function standardGroups(source: PlacedToml): readonly Draft[] {
  const groups = new Map<string, Draft>();
  for (const entry of source.scanned.entries) {
    const { path, keyRange, value } = entry;
    const [root, name, place, key] = path;
    if (root !== 'dependency-groups' || typeof name !== 'string') continue;
    if (path.length === 2 && keyRange !== null) groups.set(name, begun(source, 'standard', name, keyRange, 0));
    if (path.length === 4 && typeof place === 'number' && key === 'include-group' && typeof value === 'string')
      groups.get(name)?.includes.push(inclusion(source, entry, value));
  }
  return [...groups.values()];
}

const POETRY_DEPTH = 4;

/** `[tool.poetry.group.NAME]` with `include-groups`, in every way to write it. */
function poetryGroups(source: PlacedToml): readonly Draft[] {
  const groups = new Map<string, Draft>();
  const begin = (path: TomlEntry['path'], range: Range | null): Draft | null => {
    const [tool, poetry, group, name] = path;
    if (tool !== 'tool' || poetry !== 'poetry' || group !== 'group' || typeof name !== 'string') return null;
    const known = groups.get(name) ?? (range && begun(source, 'poetry', name, range, path.length - POETRY_DEPTH));
    if (known) groups.set(name, known);
    return known;
  };
  for (const { path, range } of source.scanned.headers) begin(path, range);
  for (const entry of source.scanned.entries) {
    const { path, keyRange, value } = entry;
    const draft = begin(path, keyRange);
    if (path.length === 6 && path[4] === 'include-groups' && typeof value === 'string')
      draft?.includes.push(inclusion(source, entry, value));
  }
  return [...groups.values()];
}

function begun(source: PlacedToml, kind: Draft['kind'], name: string, written: Range, partsAfter: number): Draft {
  return { kind, name, nameSpan: source.spanOf(keyPartRange(source.text, written, partsAfter) ?? written), includes: [] };
}

function inclusion(source: PlacedToml, entry: TomlEntry, group: string): Draft['includes'][number] {
  return { group, span: source.spanOf(entry.rangeOf(0, group.length)) };
}
