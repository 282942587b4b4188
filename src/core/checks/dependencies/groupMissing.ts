import { normalizeName } from '../../names/normalizeName.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Check } from '../check.ts';

export const groupMissing: Check<'document'> = {
  id: 'dep/group-missing',
  title: 'Every included dependency group is there',
  severity: { library: 'error', application: 'error' },
  documentation: {
    what: 'An include-group that names no group of [dependency-groups].',
    why: 'Installers refuse the group, and some refuse every group of the file.',
    mend: 'Correct the name or add the group. Upper and lower case and -, _ and . make no difference.',
    sources: ['PEP 735'],
  },
  needs: ['document'],
  *run({ document: { documents } }) {
    for (const { file, groups } of documents) {
      const names = new Set(groups.map(({ name }) => normalizeName(name)));
      for (const { group, span } of groups.flatMap(({ includes }) => includes)) {
        if (names.has(normalizeName(group))) continue;
        yield {
          message: `There is no dependency group "${visibleText(group)}", so the group that includes it cannot be installed.`,
          file,
          span,
        };
      }
    }
  },
};
