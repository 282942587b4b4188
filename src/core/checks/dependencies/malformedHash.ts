import type { Check } from '../check.ts';
import { findingOn } from './findingOn.ts';
import { digestFault, writtenHashes } from './hashAlgorithms.ts';

export const malformedHash: Check<'document'> = {
  id: 'dep/malformed-hash',
  title: 'Every hash can be one of its kind',
  severity: { library: 'error', application: 'error' },
  documentation: {
    what: 'A digest of the wrong length, with characters that are no hexadecimal digits, or of a kind that installers do not know.',
    why: 'No file can ever match it, so the installation fails; often a part was lost on the way.',
    mend: 'Hash again, or copy the whole digest: sha256 has 64 digits, sha384 96, sha512 128.',
    quickFix: 'Replaces it by the hashes of the release, once the index was asked.',
    sources: ["pip's documentation: Secure installs", 'FIPS 180-4'],
  },
  needs: ['document'],
  *run({ document: { documents } }) {
    for (const requirement of documents.flatMap(({ requirements }) => requirements)) {
      for (const hash of writtenHashes(requirement)) {
        const fault = digestFault(hash);
        if (fault !== null) yield findingOn(requirement, { message: `This digest ${fault}: no file can match it.`, span: hash.span });
      }
    }
  },
};
