import type { Check } from '../check.ts';
import { findingOn, titleOf } from './findingOn.ts';
import { installsOf } from './installs.ts';
import { lockedReleases } from './lockedReleases.ts';
import { pinAsLocked } from './pinAsLocked.ts';

export const wildcardPin: Check<'document' | 'lock'> = {
  id: 'dep/wildcard-pin',
  title: 'No hashed requirement is pinned by a wildcard',
  severity: { library: 'info', application: 'info' },
  documentation: {
    what: 'A requirement such as ==3.* in a requirements file that is checked by hashes.',
    why: 'pip takes it as pinned, uv does not: the file installs with one of them and is refused by the other. And the next release in the series has none of the hashes.',
    mend: 'Name the one version that the hashes are of.',
    quickFix: 'Pins to the locked version.',
    sources: ["pip's documentation: Secure installs"],
  },
  needs: ['document', 'lock'],
  *run({ document, lock }) {
    const locked = lockedReleases(lock);
    const hashed = installsOf(document.documents, 'requirements').filter(({ isHashChecked }) => isHashChecked);
    for (const requirement of new Set(hashed.flatMap(({ requirements }) => requirements))) {
      if (requirement.problem !== null || requirement.pin !== 'wildcard') continue;
      yield findingOn(requirement, {
        message: `${titleOf(requirement)} is pinned by a wildcard: with hashes pip accepts that, uv does not. Name one version.`,
        fixes: pinAsLocked(requirement, locked),
      });
    }
  },
};
