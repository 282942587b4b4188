import type { Check } from '../check.ts';
import { findingOn, titleOf } from './findingOn.ts';
import { isLocal } from './localReference.ts';
import { moveReference } from './moveReference.ts';
import { publishedRequirements } from './publishedRequirements.ts';

export const directReference: Check<'document'> = {
  id: 'dep/direct-reference',
  title: 'No published dependency is a URL',
  severity: { library: 'error', application: 'off' },
  documentation: {
    what: 'A dependency or extra of the published metadata that points to a URL or a version control checkout instead of a release on an index.',
    why: 'PyPI refuses every upload whose metadata has one, and an index cannot vouch for what such an address serves tomorrow.',
    mend: 'Name a released version. To work with a checkout meanwhile, say so in tool.uv.sources or in a dependency group: neither is published.',
    quickFix: 'Moves it to a dependency group, or to `[tool.uv.sources]` in a project of uv, after showing the difference.',
    sources: ['PEP 440, Direct references', 'PEP 735', "PyPI's rules for uploads"],
  },
  needs: ['document'],
  *run({ document }) {
    for (const requirement of publishedRequirements(document)) {
      const { reference } = requirement;
      if (reference === null || isLocal(reference)) continue;
      const source = reference.kind === 'vcs' ? 'a version control checkout' : 'a URL';
      yield findingOn(requirement, {
        message: `${titleOf(requirement)} is taken from ${source}. PyPI refuses a release with such a dependency: name a version, and keep the address where it is not published.`,
        rejection: 'C8',
        fixes: moveReference(document, requirement),
      });
    }
  },
};
