import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import { areCompatible } from '../../requirements/specifier.ts';
import { versionClauses } from '../../requirements/versionClauses.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Check, Finding } from '../check.ts';
import { findingOn, titleOf } from './findingOn.ts';
import { placeFor, requirementLists, sameNamePairs, type RequirementList } from './requirementLists.ts';

export const conflict: Check<'document'> = {
  id: 'dep/conflict',
  title: 'All bounds on a package can hold together',
  severity: { library: 'warning', application: 'warning' },
  documentation: {
    what: 'Bounds on one package that no version can meet: in one requirement, in two of the same list or constraints file, or in a requirement and a constraint of the same installation.',
    why: 'No installer can solve it, and what it tells is often long and about other packages.',
    mend: 'Change the bound that is wrong. If each is meant for other platforms or versions of Python, give them markers that exclude each other.',
    sources: ['PEP 440', 'PEP 508'],
  },
  needs: ['document'],
  *run({ document: { documents } }) {
    const told = new Set<Requirement>();
    for (const list of [...requirementLists(documents), ...constraintsFiles(documents)]) {
      const given = new Set(list.constraints);
      for (const requirement of list.requirements) {
        if (requirement.problem !== null || told.has(requirement) || areCompatible(requirement.clauses)) continue;
        told.add(requirement);
        yield impossible(requirement);
      }
      for (const [earlier, later] of sameNamePairs([...list.constraints, ...list.requirements])) {
        if (told.has(later) || given.has(later) || canBeBoth(earlier, later)) continue;
        told.add(later);
        yield contradiction(earlier, later);
      }
    }
  },
};

/** Each by itself: which of them meet in an installation, its requirements tell. */
function constraintsFiles(documents: readonly DependencyDocument[]): readonly RequirementList[] {
  return documents.filter(({ kind }) => kind === 'constraints').map(({ requirements }) => ({ requirements, constraints: [] }));
}

function canBeBoth(one: Requirement, other: Requirement): boolean {
  const isSame = one.specifier === other.specifier && one.reference === null;
  return isSame || areCompatible(versionClauses(one), versionClauses(other));
}

function impossible(requirement: Requirement): Finding {
  const message = `No version of ${titleOf(requirement)} can be ${visibleText(requirement.specifier)}.`;
  return findingOn(requirement, { message });
}

function contradiction(earlier: Requirement, later: Requirement): Finding {
  const both = `${visibleText(later.specifier)} and ${visibleText(earlier.specifier)} on ${placeFor(later, earlier)}`;
  return findingOn(later, { message: `No version of ${titleOf(later)} can be both ${both}.` });
}
