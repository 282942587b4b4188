import type { Check } from '../check.ts';
import { findingOn, titleOf } from './findingOn.ts';

export const vcsUnhashable: Check<'document'> = {
  id: 'dep/vcs-unhashable',
  title: 'No requirement of a requirements file is a version control checkout',
  severity: { library: 'off', application: 'info' },
  documentation: {
    what: 'A requirement in a requirements file that is checked out from version control.',
    why: 'Installers cannot check a checkout by a hash: they refuse it as soon as any other requirement has one.',
    mend: 'Install a released version, or the archive of a commit by its URL with #sha256=.',
    sources: ["pip's documentation: Secure installs"],
  },
  needs: ['document'],
  *run({ document: { documents } }) {
    const files = documents.filter(({ kind }) => kind === 'requirements');
    for (const requirement of files.flatMap(({ requirements }) => requirements)) {
      if (requirement.problem !== null || requirement.reference?.kind !== 'vcs') continue;
      yield findingOn(requirement, {
        message: `${titleOf(requirement)} is checked out from version control: no hash can vouch for it, and installers refuse it in a hashed file.`,
      });
    }
  },
};
