import type { DependencyGroup } from '../../documents/dependencyDocument.ts';
import { normalizeName } from '../../names/normalizeName.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Check } from '../check.ts';

export const groupMissing: Check<'document'> = {
  id: 'dep/group-missing',
  title: 'Every included dependency group is there',
  severity: { library: 'error', application: 'error' },
  documentation: {
    what: 'An include-group that names no group of [dependency-groups], or an entry of Poetry’s include-groups that names no group at all.',
    why: 'Installers refuse the group, and some refuse every group of the file.',
    mend: 'Correct the name or add the group. Upper and lower case and -, _ and . make no difference.',
    sources: ['PEP 735', 'https://python-poetry.org/docs/managing-dependencies/'],
  },
  needs: ['document'],
  *run({ document: { documents } }) {
    for (const { file, groups } of documents) {
      const isThere = groupsThatCount(groups);
      for (const { group, kind, span } of groups.flatMap(({ kind, includes }) => includes.map(inclusion => ({ kind, ...inclusion })))) {
        if (isThere[kind].has(normalizeName(group))) continue;
        yield {
          message: `There is no dependency group "${visibleText(group)}", so the group that includes it cannot be installed.`,
          file,
          span,
        };
      }
    }
  },
};

/** Poetry counts the project's own dependencies as a group, which others may include. */
const POETRY_MAIN = 'main';

/** By the kind of the group that includes. */
function groupsThatCount(groups: readonly DependencyGroup[]): Readonly<Record<DependencyGroup['kind'], ReadonlySet<string>>> {
  const standard = groups.filter(({ kind }) => kind === 'standard').map(({ name }) => normalizeName(name));
  return { standard: new Set(standard), poetry: new Set([POETRY_MAIN, ...groups.map(({ name }) => normalizeName(name))]) };
}
