import type { PinClass, Requirement } from '../../documents/requirement.ts';
import type { Check, Fix } from '../check.ts';
import { buildBackends } from './buildBackend.ts';

const unbounded: readonly PinClass[] = ['none', 'upper', 'exclude-only'];
const asInformation = { library: 'info', application: 'info' } as const;
const asWarning = { library: 'warning', application: 'warning' } as const;

/** An old backend left in a cache or on a mirror builds something else from the same sources. */
export const unboundedRequires: Check<'document'> = {
  id: 'build/unbounded-requires',
  title: 'Every build requirement has a lower bound',
  severity: asInformation,
  severityAtRelease: asWarning,
  documentation: {
    what: 'An entry of [build-system] requires without a lower bound.',
    why: 'Whatever version is found builds the release: one that is too old for your metadata, or one whose defaults have changed. Which it was cannot be told afterwards.',
    mend: 'Write the oldest version that you build with, such as "hatchling>=1.27"; wheel is not needed beside setuptools 70.1 and newer. To fix the exact bytes as well, build with a constraints file with hashes.',
    quickFix: 'Writes, for the common backends, the first version that knows all of [project].',
    sources: ['https://peps.python.org/pep-0518/', 'https://peps.python.org/pep-0621/', 'https://peps.python.org/pep-0639/'],
  },
  needs: ['document'],
  *run({ document: { documents } }) {
    for (const requirement of documents.flatMap(({ requirements }) => requirements)) {
      const { section, name, pin, problem, file, span } = requirement;
      if (section !== 'build-system.requires' || name === null || problem !== null || !unbounded.includes(pin)) continue;
      const message = `${name} has no lower bound, so any version may build the release. Write the oldest that you build with.`;
      yield { message, file, span, package: name, fixes: boundFixes(requirement) };
    }
  },
};

/** Where there is an upper bound or an exclusion, what goes with it is for a person to say. */
function boundFixes({ file, name, pin, specifierSpan }: Requirement): readonly Fix[] {
  const backend = buildBackends.find(({ package: known }) => known === name);
  if (backend === undefined || specifierSpan === null || pin !== 'none') return [];
  const newText = `>=${backend.lowest}`;
  return [{ title: `Ask for ${backend.package} ${newText}`, needsReview: true, edits: [{ file, span: specifierSpan, newText }] }];
}
