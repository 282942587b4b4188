import type { LockDocument, LockedPackage } from './lockDocument.ts';

/** The packages of a lock by normalised name. A name may have several: for other platforms, extras or versions of Python. */
export function lockedVersions(lock: LockDocument): ReadonlyMap<string, readonly LockedPackage[]> {
  const versions = new Map<string, LockedPackage[]>();
  for (const locked of lock.packages) {
    const known = versions.get(locked.name);
    if (known) known.push(locked);
    else versions.set(locked.name, [locked]);
  }
  return versions;
}
