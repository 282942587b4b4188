import type { Requirement, RequirementRole } from '../../documents/requirement.ts';
import type { Check } from '../check.ts';
import { findingOn, titleOf } from './findingOn.ts';

/** What an application installs where it runs. */
const ROLES: ReadonlySet<RequirementRole> = new Set(['main', 'extra', 'override', 'requirements', 'script']);

export const vcsUnhashable: Check<'document'> = {
  id: 'dep/vcs-unhashable',
  title: 'Nothing that the application installs is a version control checkout',
  severity: { library: 'off', application: 'info' },
  documentation: {
    what: 'A dependency or extra of an application, or a requirement in a requirements file, that is checked out from version control. Development groups are not meant.',
    why: 'Installers cannot check a checkout by a hash: neither a lock file nor a requirements file can vouch for what is fetched. In a requirements file they refuse it as soon as any other requirement has a hash.',
    mend: 'Install a released version, or the archive of a commit by its URL with #sha256=.',
    sources: ["pip's documentation: Secure installs"],
  },
  needs: ['document'],
  *run({ document: { documents } }) {
    for (const requirement of documents.flatMap(({ requirements }) => requirements)) {
      if (requirement.problem !== null || requirement.reference?.kind !== 'vcs' || !ROLES.has(requirement.role)) continue;
      yield findingOn(requirement, {
        message: `${titleOf(requirement)} is checked out from version control: no hash can vouch for it${inFile(requirement)}.`,
      });
    }
  },
};

function inFile({ role }: Requirement): string {
  return role === 'requirements' ? ', and installers refuse it in a hashed file' : '';
}
