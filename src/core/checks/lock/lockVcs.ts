import type { Check } from '../check.ts';
import { findingsOnPackages, titleOf } from './checkedLocks.ts';

export const lockVcs: Check<'lock'> = {
  id: 'lock/vcs',
  title: 'No package in the lock comes from a repository',
  severity: { library: 'off', application: 'info' },
  severityAtRelease: { library: 'off', application: 'warning' },
  documentation: {
    what: 'A package in a lock that is checked out from a repository.',
    why: 'A checkout has no hash that an installer could check, it is built on every machine, and it is gone when the repository is. pip refuses it in a file that is checked by hashes.',
    mend: 'Take a release from an index, or publish the commit to an index of your own.',
    sources: ["pip's documentation: Secure installs", 'https://peps.python.org/pep-0751/'],
  },
  needs: ['lock'],
  run: ({ lock }) =>
    findingsOnPackages(lock, locked => {
      const { kind, commit } = locked.source;
      if (kind !== 'vcs') return null;
      return commit === null
        ? `${titleOf(locked)} comes from a repository, and its commit is not fixed. Lock again.`
        : `${titleOf(locked)} comes from a repository: its commit is fixed, but no hash can be checked.`;
    }),
};
