import type { SpecifierClause } from '../../documents/requirement.ts';
import { parseVersion } from '../../versions/version.ts';

/** The same text for specifiers that ask for the same, however they are written and in whatever order. */
export function canonicalClauses(clauses: readonly SpecifierClause[]): string {
  const written = clauses.map(({ operator, version }) => operator + (parseVersion(version)?.canonical ?? version.toLowerCase()));
  return [...new Set(written)].sort().join(',');
}
