import type { LockedArtifact, LockedPackage } from '../../locks/lockDocument.ts';
import type { Span } from '../../text/span.ts';
import type { Check, DocumentFacts, Finding } from '../check.ts';
import { findingsOnWholePackages, titleOf } from '../lock/checkedLocks.ts';
import { findingOn } from './findingOn.ts';
import { digestFault, isStrong, writtenHashes } from './hashAlgorithms.ts';

export const malformedHash: Check<'document' | 'lock'> = {
  id: 'dep/malformed-hash',
  title: 'Every hash can be one of its kind',
  severity: { library: 'error', application: 'error' },
  documentation: {
    what: 'A digest of the wrong length, with characters that are no hexadecimal digits, or of a kind that installers do not know. In a lock, at the package: of the wrong length, or with such characters.',
    why: 'No file can ever match it, so the installation fails; often a part was lost on the way.',
    mend: 'Hash again, or copy the whole digest: sha256 has 64 digits, sha384 96, sha512 128. Make a lock again.',
    quickFix: 'Replaces it by the hashes of the release, once the index was asked.',
    sources: ["pip's documentation: Secure installs", 'FIPS 180-4'],
  },
  needs: ['document', 'lock'],
  *run({ document, lock }) {
    yield* findingsInDocuments(document);
    yield* findingsOnWholePackages(lock, messageFor);
  },
};

function* findingsInDocuments({ documents }: DocumentFacts): Iterable<Finding> {
  for (const requirement of documents.flatMap(({ requirements }) => requirements)) {
    for (const hash of writtenHashes(requirement)) {
      const fault = digestFault(hash);
      if (fault !== null) yield findingOn(requirement, { message: `This digest ${fault}: no file can match it.`, span: hash.span });
    }
  }
}

function messageFor(locked: LockedPackage): string | null {
  for (const { hashes } of locked.artifacts) {
    const fault = faultIn(hashes, locked.span);
    if (fault !== null) return `${titleOf(locked)} has a digest that ${fault}: no file can match it. Lock again.`;
  }
  return null;
}

/** What else a lock may hold, its tool knows. */
function faultIn(hashes: LockedArtifact['hashes'], span: Span): string | null {
  for (const { algorithm, digest } of hashes) {
    const fault = isStrong(algorithm) ? digestFault({ algorithm, digest, span }) : null;
    if (fault !== null) return fault;
  }
  return null;
}
