import type { Requirement } from '../../documents/requirement.ts';
import { specifierText } from '../../requirements/specifierText.ts';
import { parseVersion } from '../../versions/version.ts';
import type { Check, Fix } from '../check.ts';
import { findingOn, titleOf } from './findingOn.ts';
import { nextBreakingVersion, withoutLocal } from './nextBreakingVersion.ts';
import { publishedRequirements } from './publishedRequirements.ts';
import { specifierFix } from './specifierFix.ts';

export const exactPinInLibrary: Check<'document'> = {
  id: 'dep/exact-pin-in-library',
  title: 'No published dependency is pinned to one version',
  severity: { library: 'warning', application: 'off' },
  documentation: {
    what: 'A dependency of a library, or of one of its extras, that admits exactly one version.',
    why: 'Everybody who installs the library must take that version: two libraries with different pins cannot be installed together, and nobody gets a security repair before you release again.',
    mend: 'Give the oldest version that works as a lower bound, and pin for your own tests in a lock file.',
    quickFix: 'Writes `>=x`, or `>=x,<next`.',
    sources: ['packaging.python.org: install_requires vs requirements files'],
  },
  needs: ['document'],
  *run({ document }) {
    for (const requirement of publishedRequirements(document)) {
      if (requirement.pin !== 'exact' && requirement.pin !== 'exact-plus') continue;
      yield findingOn(requirement, {
        message: `${titleOf(requirement)} is pinned to one version, which is forced on everybody who installs this ${requirement.role === 'extra' ? 'extra' : 'library'}. Give a lower bound instead.`,
        ...(requirement.role === 'extra' && { severity: 'info' }),
        fixes: bounds(requirement),
      });
    }
  },
};

/** None for `===`, which may name what is no version. */
function bounds(requirement: Requirement): readonly Fix[] {
  const pinned = requirement.clauses.find(({ operator }) => operator === '==' || operator === '===')?.version ?? '';
  const next = nextBreakingVersion(pinned);
  if (parseVersion(pinned) === null || next === null) return [];
  const excluded = requirement.clauses.filter(({ operator }) => operator === '!=');
  const lower = { operator: '>=', version: withoutLocal(pinned) } as const;
  const open = specifierText([lower, ...excluded]);
  const closed = specifierText([lower, { operator: '<', version: next }, ...excluded]);
  return [open, closed].flatMap(specifier => specifierFix(requirement, specifier, `Allow ${specifier}`));
}
