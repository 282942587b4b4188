import type { LockDocument } from '../../locks/lockDocument.ts';

const COMMIT = /^[0-9a-f]{40}(?:[0-9a-f]{24})?$/i;

/** By normalised name, the commits that the project's locks hold; those on which they differ are left out. */
export function lockedCommits(locks: readonly LockDocument[]): ReadonlyMap<string, string> {
  const commits = new Map<string, string>();
  const disputed = new Set<string>();
  for (const { name, source } of locks.flatMap(({ packages }) => packages)) {
    if (source.kind !== 'vcs' || source.commit === null || !COMMIT.test(source.commit)) continue;
    if ((commits.get(name) ?? source.commit) !== source.commit) disputed.add(name);
    commits.set(name, source.commit);
  }
  for (const name of disputed) commits.delete(name);
  return commits;
}
