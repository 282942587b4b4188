import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import type { Check } from '../check.ts';
import { isCoveredByLock } from '../lock/coverage.ts';
import { findingOn, titleOf } from './findingOn.ts';
import { isLocal } from './localReference.ts';

export const urlNoHash: Check<'document' | 'lock'> = {
  id: 'dep/url-no-hash',
  title: 'Every URL names the hash of its file',
  severity: { library: 'warning', application: 'warning' },
  documentation: {
    what: 'A requirement that is an address of a file without #sha256= behind it, where no lock file holds the hash either. Files that a compiler takes (*.in) are not meant.',
    why: 'Whoever controls the server, or the way to it, can exchange the file, and every installation takes what is there.',
    mend: 'Put #sha256= and the digest of the file you have checked behind the address.',
    sources: ['PEP 440, Direct references', "pip's documentation: Secure installs"],
  },
  needs: ['document', 'lock'],
  *run({ document: { documents }, lock }) {
    for (const requirement of documents.filter(isInstalledFrom).flatMap(({ requirements }) => requirements)) {
      if (!isUnhashedUrl(requirement) || isCoveredByLock(requirement, lock)) continue;
      yield findingOn(requirement, {
        message: `${titleOf(requirement)} is taken from a URL without a hash: whatever is served there tomorrow is installed. Add #sha256= and its digest.`,
      });
    }
  },
};

function isInstalledFrom({ kind, requirements }: DependencyDocument): boolean {
  return kind !== 'input' && (kind !== 'constraints' || requirements.some(({ hashes }) => hashes.length > 0));
}

function isUnhashedUrl({ problem, reference, hashes }: Requirement): boolean {
  return problem === null && reference?.kind === 'archive' && !isLocal(reference) && reference.hashes.length === 0 && hashes.length === 0;
}
