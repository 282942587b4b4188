import { pypi } from '../indexes/indexProfile.ts';
import type { LockDocument, LockSource } from '../locks/lockDocument.ts';
import { publicIndex, readAskedIndex } from './askedIndex.ts';
import { stricter, type SoleIndex } from './assignedIndexes.ts';

/** By normalised name, the index that locks tell as a package's source. */
export function lockedIndexes(locks: readonly LockDocument[]): ReadonlyMap<string, SoleIndex> {
  const sources = new Map<string, SoleIndex>();
  for (const { kind, packages } of locks)
    for (const { name, source } of packages) {
      const index = source.kind === 'registry' ? sourceIndex(source, kind) : null;
      if (index !== null) sources.set(name, stricter(sources.get(name), index));
    }
  return sources;
}

/** Poetry writes a source for whatever is not from PyPI. */
function sourceIndex({ url }: LockSource, kind: LockDocument['kind']): SoleIndex | null {
  if (url !== null) return readAskedIndex(url) ?? 'unreadable';
  return kind === 'poetry-lock' ? publicIndex(pypi) : null;
}
