import type { LockedPackage } from '../../locks/lockDocument.ts';
import type { Check } from '../check.ts';
import { findingsOnWholePackages, titleOf } from './checkedLocks.ts';

/** What a lock is for: the same bytes on every machine. */
export const lockUnhashed: Check<'lock'> = {
  id: 'lock/unhashed',
  title: 'Every file in the lock has a hash',
  severity: { library: 'warning', application: 'error' },
  documentation: {
    what: 'A package in a lock with a file that has no hash, or from an index without any file.',
    why: 'An installer takes whatever bytes the index, a mirror or a proxy serves under that name, and nobody notices that they have changed.',
    mend: 'Lock again with the tool that wrote the lock. Where the index tells no hashes, ask for one that does.',
    sources: ['https://peps.python.org/pep-0751/', "pip's documentation: Secure installs"],
  },
  needs: ['lock'],
  run: ({ lock }) => findingsOnWholePackages(lock, messageFor),
};

function messageFor(locked: LockedPackage): string | null {
  const { artifacts, source } = locked;
  const title = titleOf(locked);
  if (artifacts.length === 0)
    return source.kind === 'registry'
      ? `${title} is locked without any file and hash: whatever the index serves is installed. Lock again.`
      : null;
  const bare = artifacts.filter(({ hashes }) => hashes.length === 0).length;
  if (bare === 0) return null;
  const files =
    artifacts.length === 1 ? 'The file' : bare === artifacts.length ? `All ${bare} files` : `${bare} of ${artifacts.length} files`;
  const verb = bare === 1 ? 'has' : 'have';
  return `${files} of ${title} ${verb} no hash, so other bytes would be installed unnoticed. Lock again.`;
}
