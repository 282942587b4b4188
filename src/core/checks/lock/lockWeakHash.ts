import type { LockedArtifact, LockedPackage } from '../../locks/lockDocument.ts';
import type { Check } from '../check.ts';
import { isWeak } from '../dependencies/hashAlgorithms.ts';
import { findingsOnPackages, titleOf } from './checkedLocks.ts';

export const lockWeakHash: Check<'lock'> = {
  id: 'lock/weak-hash',
  title: 'Every hash in the lock is strong',
  severity: { library: 'warning', application: 'error' },
  documentation: {
    what: 'A package in a lock with a file that has only an MD5 or SHA-1 digest.',
    why: 'Two files with the same MD5 or SHA-1 digest can be made, so such a hash does not prove which one is installed. pip refuses them.',
    mend: 'Lock again from an index that tells SHA-256 digests.',
    sources: ["pip's documentation: Secure installs", 'RFC 6151'],
  },
  needs: ['lock'],
  run: ({ lock }) => findingsOnPackages(lock, messageFor),
};

function messageFor(locked: LockedPackage): string | null {
  const weak = locked.artifacts.find(isWeaklyHashed);
  if (weak === undefined) return null;
  const algorithms = [...new Set(weak.hashes.map(({ algorithm }) => algorithm))].join(' and ');
  return `${titleOf(locked)} has only a digest of ${algorithms}, which can be forged. Lock again with SHA-256.`;
}

function isWeaklyHashed({ hashes }: LockedArtifact): boolean {
  return hashes.length > 0 && hashes.every(({ algorithm }) => isWeak(algorithm));
}
