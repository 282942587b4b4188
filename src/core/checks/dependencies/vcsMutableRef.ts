import type { Requirement, RequirementRole } from '../../documents/requirement.ts';
import type { Profile } from '../../project/projectProfile.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Check, Finding } from '../check.ts';
import { compiledFiles } from './compiledFiles.ts';
import { findingOn, titleOf } from './findingOn.ts';
import { lockedCommits } from './lockedCommits.ts';
import { pinToCommit } from './pinToCommit.ts';

/** Of a library what it publishes and is built with; development groups may follow a branch. */
const ROLES: Readonly<Record<Profile, ReadonlySet<RequirementRole>>> = {
  library: new Set(['main', 'extra', 'build']),
  application: new Set(['main', 'extra', 'build', 'group', 'requirements', 'input', 'script', 'override', 'constraint']),
};

export const vcsMutableRef: Check<'document' | 'lock'> = {
  id: 'dep/vcs-mutable-ref',
  title: 'Every version control checkout names a commit',
  severity: { library: 'warning', application: 'warning' },
  documentation: {
    what: 'A requirement that is taken from a branch or a tag, or from no named revision at all.',
    why: 'A branch moves and a tag can be moved: whoever can push there decides what your next build or installation runs.',
    mend: 'Name the full commit: @ and its 40 digits.',
    quickFix: 'Pins to the locked commit.',
    sources: ["pip's documentation: VCS Support", 'PEP 440, Direct references'],
  },
  needs: ['document', 'lock'],
  *run({ document: { documents }, lock }, profile) {
    const commits = lockedCommits(lock);
    const compiled = compiledFiles(documents);
    for (const document of documents) {
      for (const requirement of document.requirements) {
        if (!isMutable(requirement) || !ROLES[profile].has(requirement.role)) continue;
        if (requirement.role === 'input' && compiled.names.has(requirement.name ?? '')) continue;
        const commit = commits.get(requirement.name ?? '') ?? null;
        yield { ...describe(requirement, commit), fixes: commit === null ? [] : pinToCommit(document, requirement, commit) };
      }
    }
  },
};

function isMutable({ problem, pin }: Requirement): boolean {
  return problem === null && pin === 'vcs-mutable';
}

/** A lock that holds the commit is what is installed, until it is made again. */
function describe(requirement: Requirement, commit: string | null): Finding {
  const revision = requirement.reference?.revision ?? null;
  const from = revision === null ? 'whatever branch its repository shows first' : `"${visibleText(revision)}", which can be moved`;
  const follow = `${titleOf(requirement)} follows ${from}.`;
  if (commit === null) return findingOn(requirement, { message: `${follow} Name a commit.` });
  return findingOn(requirement, { message: `${follow} The lock holds a commit, until it is made again.`, severity: 'info' });
}
