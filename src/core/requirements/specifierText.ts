import type { SpecifierClause } from '../documents/requirement.ts';

/** Clauses as PEP 440 writes them, in their order, without blanks: `>=1,<2`. */
export function specifierText(clauses: readonly SpecifierClause[]): string {
  return clauses.map(({ operator, version }) => operator + version).join(',');
}
