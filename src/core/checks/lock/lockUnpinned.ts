import type { LockedPackage } from '../../locks/lockDocument.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Check } from '../check.ts';
import { findingsOnPackages, findingsOnWholePackages, titleOf } from './checkedLocks.ts';

export const lockUnpinned: Check<'lock'> = {
  id: 'lock/unpinned',
  title: 'Every package in the lock is one version',
  severity: { library: 'warning', application: 'error' },
  documentation: {
    what: 'A package in a lock with a range in place of a version, "*" or ">=2", or from a repository without the commit: a branch, a tag, or nothing that says which state is meant.',
    why: 'Two installations from the same lock may run different code.',
    mend: 'Lock again with the tool that wrote the lock.',
    sources: ["Pipenv's documentation: Pipfile and Pipfile.lock", 'https://peps.python.org/pep-0751/'],
  },
  needs: ['lock'],
  *run({ lock }) {
    yield* findingsOnPackages(lock, ofRange);
    yield* findingsOnWholePackages(lock, ofCheckout);
  },
};

function ofRange({ name, source, looseVersion }: LockedPackage): string | null {
  return source.kind === 'registry' && looseVersion !== undefined
    ? `${visibleText(name)} is locked to ${visibleText(looseVersion)}, which is not one version. Lock again.`
    : null;
}

function ofCheckout(locked: LockedPackage): string | null {
  return locked.source.kind === 'vcs' && locked.source.commit === null
    ? `${titleOf(locked)} comes from a repository, and its commit is not fixed: other code may be installed next time. Lock again.`
    : null;
}
