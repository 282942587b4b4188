import { coveringKinds } from '../checks/lock/coverage.ts';
import type { LockDocument, LockedPackage } from '../locks/lockDocument.ts';
import { visibleText } from '../text/visibleText.ts';
import type { PinClass, Requirement } from './requirement.ts';

/** How a dependency stands, in a phrase for an editor's margin: `2 bounds · lock 2.32.5 · hashed`. Null where nothing can be said. */
export function standingOf(requirement: Requirement, locks: readonly LockDocument[]): string | null {
  if (requirement.problem !== null || requirement.name === null) return null;
  const locked = lockedAs(requirement, locks);
  const hashed = requirement.hashes.length > 0 || (requirement.reference?.hashes.length ?? 0) > 0;
  const parts = [pinWords[requirement.pin], ...(locked ? lockWords(locked) : []), ...hashWords(requirement, hashed, locked !== null)];
  return parts.join(' · ');
}

/** The package that the locks which settle the requirement hold; null without one, or with several versions of it. */
export function lockedAs(requirement: Requirement, locks: readonly LockDocument[]): LockedPackage | null {
  const kinds = coveringKinds(requirement);
  for (const { isSupported, kind, packages } of locks) {
    if (!isSupported || !kinds.includes(kind)) continue;
    const found = packages.filter(({ name }) => name === requirement.name);
    if (found.length === 1) return found[0] ?? null;
  }
  return null;
}

const pinWords: Readonly<Record<PinClass, string>> = {
  none: 'not pinned',
  lower: 'not pinned',
  upper: 'not pinned',
  'exclude-only': 'not pinned',
  range: '2 bounds',
  compatible: '2 bounds',
  wildcard: 'pinned to a series',
  exact: 'pinned',
  'exact-plus': 'pinned',
  url: 'a URL',
  'vcs-sha': 'pinned to a commit',
  'vcs-mutable': 'a branch or tag',
};

function lockWords({ version, artifacts }: LockedPackage): readonly string[] {
  const hashed = artifacts.length > 0 && artifacts.every(({ hashes }) => hashes.length > 0);
  return [version === null ? 'locked' : `lock ${visibleText(version)}`, ...(hashed ? ['hashed'] : [])];
}

/** Hashes stand beside a requirement only in requirements files; elsewhere they are the lock's. */
function hashWords({ role }: Requirement, hashed: boolean, isLocked: boolean): readonly string[] {
  if (hashed) return ['hashed'];
  return role === 'requirements' && !isLocked ? ['no hash'] : [];
}
