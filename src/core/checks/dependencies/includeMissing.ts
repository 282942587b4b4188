import { visibleText } from '../../text/visibleText.ts';
import type { Check } from '../check.ts';

export const includeMissing: Check<'document'> = {
  id: 'dep/include-missing',
  title: 'Every included file is there',
  severity: { library: 'error', application: 'error' },
  documentation: {
    what: 'A file named by -r or -c in a requirements file that is not there.',
    why: 'Installers stop at once, and nothing is installed.',
    mend: 'Correct the path. It is relative to the file that names it.',
    sources: ["pip's documentation: Requirements File Format"],
  },
  needs: ['document'],
  *run({ document: { documents } }) {
    const files = new Set(documents.map(({ file }) => file));
    for (const { file, includes } of documents) {
      for (const { target, written, span } of includes) {
        if (target === null || files.has(target)) continue;
        const found = target === written ? '' : `, looked for at ${visibleText(target)},`;
        yield { message: `${visibleText(written)}${found} is not there: installers stop at this line.`, file, span };
      }
    }
  },
};
