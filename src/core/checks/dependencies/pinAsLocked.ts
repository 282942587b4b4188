import type { Requirement } from '../../documents/requirement.ts';
import { contains } from '../../requirements/specifier.ts';
import type { Fix } from '../check.ts';
import { onlyLockedRelease, type LockedReleases } from './lockedReleases.ts';
import { specifierFix } from './specifierFix.ts';

/** Pins to the version that the locks agree on; none where they hold none that the requirement admits. */
export function pinAsLocked(requirement: Requirement, locked: LockedReleases): readonly Fix[] {
  const version = onlyLockedRelease(locked, requirement.name);
  if (version === null || !contains(requirement.clauses, version)) return [];
  return specifierFix(requirement, `==${version}`, `Pin to ${version}, as locked`);
}
