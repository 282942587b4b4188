import type { SpecifierClause } from '../../documents/requirement.ts';
import { specifierText } from '../../requirements/specifierText.ts';
import type { Check } from '../check.ts';
import { findingOn, titleOf } from './findingOn.ts';
import { publishedRequirements } from './publishedRequirements.ts';
import { specifierFix } from './specifierFix.ts';

export const upperCapInLibrary: Check<'document'> = {
  id: 'dep/upper-cap-in-library',
  title: 'No published dependency is capped',
  severity: { library: 'off', application: 'off' },
  documentation: {
    what: 'A dependency of a library that shuts out versions not yet released. Off unless asked for: enable = ["dep/upper-cap-in-library"] in [tool.countersign].',
    why: 'A cap is a guess that the next version will break. When it does not, users cannot have it, and two libraries with different caps cannot be installed together.',
    mend: 'Remove the cap until a version is known to break, then shut out that one.',
    quickFix: 'Removes the cap.',
    sources: ['PEP 440', 'Henry Schreiner: Should You Use Upper Bound Version Constraints?'],
  },
  needs: ['document'],
  *run({ document }) {
    for (const requirement of publishedRequirements(document)) {
      const open = requirement.clauses.flatMap(withoutCap);
      if (specifierText(open) === specifierText(requirement.clauses)) continue;
      const specifier = specifierText(open);
      yield findingOn(requirement, {
        message: `${titleOf(requirement)} is capped: versions that are not released yet are shut out on a guess.`,
        fixes: specifierFix(requirement, specifier, specifier === '' ? 'Remove the cap' : `Allow ${specifier}`),
      });
    }
  },
};

/** `~=1.4` and `==1.*` are a lower bound and a cap in one. */
function withoutCap(clause: SpecifierClause): readonly SpecifierClause[] {
  const { operator, version } = clause;
  if (operator === '<' || operator === '<=') return [];
  if (operator === '~=') return [{ operator: '>=', version }];
  if (operator === '==' && version.endsWith('.*')) return [{ operator: '>=', version: version.slice(0, -2) }];
  return [clause];
}
