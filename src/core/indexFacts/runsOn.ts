import type { SpecifierClause } from '../documents/requirement.ts';
import { contains, parseSpecifier } from '../requirements/specifier.ts';
import type { ReleaseFacts } from './indexFacts.ts';

/** Whether a release runs on the oldest Python that a project's `requires-python` names. Where either says nothing, it does. */
export function runsOn({ requiresPython }: ReleaseFacts, pythons: string | null): boolean {
  const oldest = pythons === null ? null : oldestOf(clausesIn(pythons));
  return oldest === null || requiresPython === null || contains(clausesIn(requiresPython), oldest);
}

function clausesIn(specifier: string): readonly SpecifierClause[] {
  return parseSpecifier(specifier).clauses;
}

/** Of `>=3.9` the last 3.9 that there may be, since a release that asks for 3.9.1 runs on some of them. */
function oldestOf(clauses: readonly SpecifierClause[]): string | null {
  const bound = clauses.find(({ operator }) => operator === '>=' || operator === '~=' || operator === '==')?.version.replace(/\.\*$/, '');
  if (bound === undefined) return null;
  return /^[0-9]+\.[0-9]+$/.test(bound) ? `${bound}.99` : bound;
}
