import type { Requirement } from '../../documents/requirement.ts';
import type { Check, Finding } from '../check.ts';
import { compiledFiles } from './compiledFiles.ts';
import { findingOn, titleOf } from './findingOn.ts';
import { installsOf, type Install } from './installs.ts';
import { isFolder } from './localReference.ts';
import { hashedElsewhere } from './hashedElsewhere.ts';

export const notHashed: Check<'document'> = {
  id: 'dep/not-hashed',
  title: 'Every requirement of a requirements file has a hash',
  severity: { library: 'error', application: 'warning' },
  documentation: {
    what: 'A requirement without --hash in a requirements file. In a library only where another requirement of the file, or of one that it includes, has a hash.',
    why: 'Without a hash an installer takes whatever the index, a mirror or a proxy serves under that version. One hash in a file makes installers ask for all of them, and refuse the file.',
    mend: 'Compile the file again with hashes: uv pip compile --generate-hashes, or pip-compile --generate-hashes.',
    quickFix: 'Adds all hashes of the pinned release, once the index was asked.',
    sources: ["pip's documentation: Secure installs"],
  },
  needs: ['document'],
  *run({ document: { documents } }, profile) {
    const { inputs } = compiledFiles(documents);
    const told = new Set<Requirement>();
    for (const install of gravestFirst(installsOf(documents, 'requirements'))) {
      if (!install.isHashChecked && profile === 'library') continue;
      for (const requirement of withoutHash(install)) {
        const isCompiledFrom = !install.isHashChecked && inputs.has(requirement.file);
        if (!told.has(requirement) && !isCompiledFrom) yield describe(requirement, install);
        told.add(requirement);
      }
    }
  },
};

/** A file that two others include may be refused by one of them alone. */
function gravestFirst(installs: readonly Install[]): readonly Install[] {
  return [...installs.filter(({ isHashChecked }) => isHashChecked), ...installs.filter(({ isHashChecked }) => !isHashChecked)];
}

/** What cannot have a hash, or has it where some installers look, other rules speak of. */
function withoutHash(install: Install): readonly Requirement[] {
  const isTolerated = hashedElsewhere(install);
  return install.requirements.filter(requirement => lacksHash(requirement, install) && !isTolerated(requirement));
}

function lacksHash({ problem, hashes, reference, isEditable }: Requirement, { isHashChecked }: Install): boolean {
  if (problem !== null || isEditable || hashes.length > 0) return false;
  if (reference === null) return true;
  return isHashChecked && reference.kind !== 'vcs' && !isFolder(reference) && reference.hashes.length === 0;
}

function describe(requirement: Requirement, { isHashChecked }: Install): Finding {
  if (!isHashChecked)
    return findingOn(requirement, { message: `${titleOf(requirement)} has no hash: an installer takes whatever the index serves.` });
  return findingOn(requirement, {
    message: `${titleOf(requirement)} has no hash, but the file is checked by hashes: pip and uv refuse it.`,
    severity: 'error',
  });
}
