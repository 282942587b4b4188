import type { DependencyGroup } from './dependencyDocument.ts';
import { keyPartRange } from './keyPartRange.ts';
import type { PlacedToml } from './placedToml.ts';

/** The groups of `[dependency-groups]` (PEP 735), and which of them include which. Names are as written: compare them normalised. */
export function tomlGroups(source: PlacedToml): readonly DependencyGroup[] {
  const groups = new Map<string, Draft>();
  for (const entry of source.scanned.entries) {
    const { path, keyRange, value } = entry;
    const [root, name, place, key] = path;
    if (root !== 'dependency-groups' || typeof name !== 'string') continue;
    if (path.length === 2 && keyRange !== null)
      groups.set(name, { name, nameSpan: source.spanOf(keyPartRange(source.text, keyRange, 0) ?? keyRange), includes: [] });
    if (path.length === 4 && typeof place === 'number' && key === 'include-group' && typeof value === 'string')
      groups.get(name)?.includes.push({ group: value, span: source.spanOf(entry.rangeOf(0, value.length)) });
  }
  return [...groups.values()];
}

interface Draft extends DependencyGroup {
  readonly includes: DependencyGroup['includes'][number][];
}
