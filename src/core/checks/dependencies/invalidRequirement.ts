import type { Check } from '../check.ts';
import { findingOn } from './findingOn.ts';

/** The roles whose requirements PyPI reads in a release's metadata. */
const PUBLISHED: ReadonlySet<string> = new Set(['main', 'extra']);

export const invalidRequirement: Check<'document'> = {
  id: 'dep/invalid-requirement',
  title: 'Every requirement can be read by installers',
  severity: { library: 'error', application: 'error' },
  documentation: {
    what: 'A line or entry that is not a requirement as the standard writes it, so that pip, uv and build tools refuse the file.',
    why: 'Nothing can be installed or built from it, and PyPI refuses a release whose metadata holds it.',
    mend: 'Write the name, then extras in brackets, then bounds such as >=2.31,<3, then a marker after a semicolon.',
    quickFix: 'Corrects a mistyped operator or quotation: `=>` to `>=`, `=` to `==`.',
    sources: ['PEP 508', 'PEP 440', "pip's documentation: Requirements File Format"],
  },
  needs: ['document'],
  *run({ document: { documents } }) {
    for (const requirement of documents.flatMap(({ requirements }) => requirements)) {
      const { problem, role } = requirement;
      if (problem === null) continue;
      const { message, span, repair } = problem;
      yield findingOn(requirement, { message, span, fixes: repair ? [repair] : [], ...(PUBLISHED.has(role) && { rejection: 'C8' }) });
    }
  },
};
