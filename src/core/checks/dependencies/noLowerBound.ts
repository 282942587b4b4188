import type { PinClass, Requirement } from '../../documents/requirement.ts';
import { specifierText } from '../../requirements/specifierText.ts';
import type { Check, Fix } from '../check.ts';
import { findingOn, titleOf } from './findingOn.ts';
import { lockedReleases, type LockedReleases } from './lockedReleases.ts';
import { withoutLocal } from './nextBreakingVersion.ts';
import { publishedRequirements } from './publishedRequirements.ts';
import { specifierFix } from './specifierFix.ts';

const UNBOUNDED: ReadonlySet<PinClass> = new Set(['none', 'upper', 'exclude-only']);

export const noLowerBound: Check<'document' | 'lock'> = {
  id: 'dep/no-lower-bound',
  title: 'Every published dependency has a lower bound',
  severity: { library: 'info', application: 'off' },
  documentation: {
    what: 'A dependency of a library, or of one of its extras, that admits every older version.',
    why: 'An installer that has to please others may choose a release from years ago, with which the library was never tried, and the error shows up far from its cause.',
    mend: 'Give the oldest version that works, for instance >=2.31. The version in the lock file is one that does.',
    quickFix: 'Writes `>=` the locked version, else the newest good one.',
    sources: ['PEP 440', 'packaging.python.org: Versioning'],
  },
  needs: ['document', 'lock'],
  *run({ document, lock }) {
    const locked = lockedReleases(lock);
    for (const requirement of publishedRequirements(document)) {
      if (requirement.reference !== null || !UNBOUNDED.has(requirement.pin)) continue;
      yield findingOn(requirement, {
        message: `${titleOf(requirement)} has no lower bound: any version may be installed with this library, the oldest too.`,
        fixes: lowerBound(requirement, locked),
      });
    }
  },
};

/** With several locked versions, for different platforms, the oldest is known to work. */
function lowerBound(requirement: Requirement, locked: LockedReleases): readonly Fix[] {
  const [oldest] = locked.get(requirement.name ?? '') ?? [];
  if (oldest === undefined) return [];
  const specifier = specifierText([{ operator: '>=', version: withoutLocal(oldest) }, ...requirement.clauses]);
  return specifierFix(requirement, specifier, `Require ${specifier}, as locked`);
}
