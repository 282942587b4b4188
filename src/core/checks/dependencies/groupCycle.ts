import type { DependencyGroup } from '../../documents/dependencyDocument.ts';
import { normalizeName } from '../../names/normalizeName.ts';
import type { Span } from '../../text/span.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Check } from '../check.ts';
import { findCycles, type Step } from './includeCycles.ts';

export const groupCycle: Check<'document'> = {
  id: 'dep/group-cycle',
  title: 'No dependency group includes itself',
  severity: { library: 'error', application: 'error' },
  documentation: {
    what: 'Dependency groups, the standard’s or Poetry’s, that include each other in a circle, or one that includes itself.',
    why: 'The standard forbids it, and installers refuse the groups.',
    mend: 'Take the shared requirements into a group of their own that includes neither.',
    sources: ['PEP 735'],
  },
  needs: ['document'],
  *run({ document: { documents } }) {
    for (const { file, groups } of documents) {
      for (const { chain, place } of findCycles(stepsOf(groups))) {
        const message = `These dependency groups include each other in a circle: ${chain.map(visibleText).join(' → ')}.`;
        yield { message, file, span: place };
      }
    }
  },
};

/** A group of the standard and one of Poetry with the same name are one group to Poetry. */
function stepsOf(groups: readonly DependencyGroup[]): ReadonlyMap<string, readonly Step<Span>[]> {
  const steps = new Map<string, Step<Span>[]>();
  for (const { name, includes } of groups) {
    const own = steps.get(normalizeName(name)) ?? [];
    own.push(...includes.map(({ group, span }) => ({ to: normalizeName(group), place: span })));
    steps.set(normalizeName(name), own);
  }
  return steps;
}
