import type { Check } from '../check.ts';
import { findingOn } from './findingOn.ts';
import { isWeak, writtenHashes } from './hashAlgorithms.ts';

export const weakHash: Check<'document'> = {
  id: 'dep/weak-hash',
  title: 'Every hash is a strong one',
  severity: { library: 'error', application: 'error' },
  documentation: {
    what: 'A hash by md5, sha1 or sha224.',
    why: 'Two files with the same md5 or sha1 can be made to order, so such a hash vouches for nothing. pip and uv refuse them where hashes are asked for.',
    mend: 'Hash again with sha256: uv pip compile --generate-hashes or pip-compile --generate-hashes writes them.',
    quickFix: 'Replaces it by the hashes of the release, once the index was asked.',
    sources: ["pip's documentation: Secure installs", 'RFC 6151', 'RFC 6194'],
  },
  needs: ['document'],
  *run({ document: { documents } }) {
    for (const requirement of documents.flatMap(({ requirements }) => requirements)) {
      for (const { algorithm, span } of writtenHashes(requirement)) {
        if (!isWeak(algorithm)) continue;
        yield findingOn(requirement, {
          message: `${algorithm} is too weak to vouch for a file, and installers refuse it: hash again with sha256.`,
          span,
        });
      }
    }
  },
};
