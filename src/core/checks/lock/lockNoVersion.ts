import type { Check } from '../check.ts';
import { findingsOnWholePackages, titleOf } from './checkedLocks.ts';

/** Folders and checkouts may have none: their version is worked out when they are built. */
export const lockNoVersion: Check<'lock'> = {
  id: 'lock/no-version',
  title: 'Every package in the lock has a version',
  severity: { library: 'warning', application: 'error' },
  documentation: {
    what: 'A package from an index that stands in a lock without a version.',
    why: 'An installer may take any release of it, and no advisory can be compared with what is installed.',
    mend: 'Lock again with the tool that wrote the lock.',
    sources: ['https://peps.python.org/pep-0751/'],
  },
  needs: ['lock'],
  run: ({ lock }) =>
    findingsOnWholePackages(lock, locked =>
      locked.source.kind === 'registry' && locked.version === null && locked.looseVersion === undefined
        ? `${titleOf(locked)} is locked without a version, so any release may be installed. Lock again.`
        : null,
    ),
};
