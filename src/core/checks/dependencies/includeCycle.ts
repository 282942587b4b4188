import type { FileInclude } from '../../documents/dependencyDocument.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Check } from '../check.ts';
import { findCycles } from './includeCycles.ts';

export const includeCycle: Check<'document'> = {
  id: 'dep/include-cycle',
  title: 'No file includes itself',
  severity: { library: 'error', application: 'error' },
  documentation: {
    what: 'Requirements files that include each other in a circle, or one that includes itself.',
    why: 'pip refuses to read them.',
    mend: 'Take the shared requirements into a file of their own that includes neither.',
    sources: ["pip's documentation: Requirements File Format"],
  },
  needs: ['document'],
  *run({ document: { documents } }) {
    const steps = documents.map(({ file, includes }) => [file, includes.flatMap(include => stepOf(file, include))] as const);
    for (const { chain, place } of findCycles(new Map(steps))) {
      const message = `These files include each other in a circle: ${chain.map(visibleText).join(' → ')}. pip refuses them.`;
      yield { message, file: place.file, span: place.include.span };
    }
  },
};

function stepOf(file: string, include: FileInclude): readonly { to: string; place: { file: string; include: FileInclude } }[] {
  return include.target === null ? [] : [{ to: include.target, place: { file, include } }];
}
