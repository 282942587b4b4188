import { visibleText } from '../../text/visibleText.ts';
import type { Check } from '../check.ts';
import { findingsOnPackages } from './checkedLocks.ts';

export const lockUnpinned: Check<'lock'> = {
  id: 'lock/unpinned',
  title: 'Every package in the lock is one version',
  severity: { library: 'warning', application: 'error' },
  documentation: {
    what: 'A package in a lock with a range in place of a version: "*" or ">=2".',
    why: 'Two installations from the same lock may run different code.',
    mend: 'Lock again with the tool that wrote the lock.',
    sources: ["Pipenv's documentation: Pipfile and Pipfile.lock"],
  },
  needs: ['lock'],
  run: ({ lock }) =>
    findingsOnPackages(lock, ({ name, source, looseVersion }) =>
      source.kind === 'registry' && looseVersion !== undefined
        ? `${visibleText(name)} is locked to ${visibleText(looseVersion)}, which is not one version. Lock again.`
        : null,
    ),
};
