import type { PinClass, Requirement, RequirementRole } from '../../documents/requirement.ts';
import { normalizeName } from '../../names/normalizeName.ts';
import type { Check, DocumentFacts, Facts } from '../check.ts';
import { isCoveredByLock } from '../lock/coverage.ts';
import { compiledFiles } from './compiledFiles.ts';
import { findingOn, titleOf } from './findingOn.ts';
import { installsOf } from './installs.ts';
import { lockedReleases } from './lockedReleases.ts';
import { pinAsLocked } from './pinAsLocked.ts';
import { enrichments, isEnrichment } from './publishedRequirements.ts';
import { namesWithSource } from './namesWithSource.ts';

/** What is installed where the application runs. */
const ROLES: ReadonlySet<RequirementRole> = new Set(['main', 'extra', 'requirements', 'script']);
const OPEN: ReadonlySet<PinClass> = new Set(['none', 'lower', 'upper', 'range', 'compatible', 'exclude-only', 'wildcard']);

export const unpinned: Check<'document' | 'lock'> = {
  id: 'dep/unpinned',
  title: 'Everything the application installs is pinned',
  severity: { library: 'off', application: 'warning' },
  documentation: {
    what: 'A dependency of an application that admits several versions, and that neither a lock file nor a compiled requirements file nor a constraint pins. Development groups and files that a compiler takes (*.in) are not meant.',
    why: 'Two installations of the same commit may run different code, and a bad or malicious new release is taken up at once.',
    mend: 'Make a lock file with uv, Poetry or PDM, or a compiled requirements file with pip-compile or uv pip compile. A single requirement can be pinned with ==.',
    quickFix: 'Pins to the locked version, else to the newest good one.',
    sources: ["pip's documentation: Repeatable Installs", 'PEP 751'],
  },
  needs: ['document', 'lock'],
  *run({ document, lock }) {
    const locked = lockedReleases(lock);
    for (const requirement of openRequirements(document, lock)) {
      yield findingOn(requirement, {
        message: `${titleOf(requirement)} is not pinned: the next installation may take another version.`,
        fixes: pinAsLocked(requirement, locked),
      });
    }
  },
};

function openRequirements(facts: DocumentFacts, locks: Facts['lock']): readonly Requirement[] {
  const pinnedElsewhere = requirementsPinnedElsewhere(facts);
  const own = normalizeName(facts.pyproject?.facts.name ?? '');
  return facts.documents.flatMap(document => {
    const sourced = new Set([...namesWithSource(document), ...enrichments(document).flatMap(namesElsewhere)]);
    return document.requirements.filter(
      requirement =>
        isOpen(requirement) &&
        requirement.name !== own &&
        !sourced.has(requirement.name ?? '') &&
        !isEnrichment(requirement.section, facts.pyproject) &&
        !pinnedElsewhere(requirement) &&
        !isCoveredByLock(requirement, locks),
    );
  });
}

/** Such a dependency has an address beside it, of which no release can be pinned. */
function namesElsewhere({ name, reference }: Requirement): readonly string[] {
  return name === null || reference === null ? [] : [name];
}

function isOpen({ problem, role, pin, reference }: Requirement): boolean {
  return problem === null && reference === null && ROLES.has(role) && OPEN.has(pin);
}

/** By a constraint of the same installation, or in the file that was compiled from this one. */
function requirementsPinnedElsewhere({ documents }: DocumentFacts): (requirement: Requirement) => boolean {
  const compiled = compiledFiles(documents);
  const constrained = new Set(
    installsOf(documents, 'requirements').flatMap(({ requirements, constraints }) => {
      const names = new Set(constraints.filter(({ pin }) => pin === 'exact' || pin === 'exact-plus').map(({ name }) => name));
      return requirements.filter(({ name }) => names.has(name));
    }),
  );
  return requirement => {
    if (requirement.role === 'script') return false;
    if (requirement.role === 'requirements') return constrained.has(requirement) || compiled.inputs.has(requirement.file);
    return compiled.names.has(requirement.name ?? '');
  };
}
