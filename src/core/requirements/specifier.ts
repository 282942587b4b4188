import type { SpecifierClause } from '../documents/requirement.ts';
import { isPrerelease } from '../versions/version.ts';
import { readVersionParts } from '../versions/versionParts.ts';
import { isInClause } from './isInClause.ts';
import type { SyntaxProblem, WrittenClause } from './parsedRequirement.ts';
import { splitAtCommas } from './readClauses.ts';

export { areCompatible } from './areCompatible.ts';
export { specifierText } from './specifierText.ts';

/** A set of clauses (PEP 440), as far as it can be read. */
export interface SpecifierReading {
  readonly clauses: readonly WrittenClause[];
  /** Null where `packaging` takes the text. */
  readonly problem: SyntaxProblem | null;
}

/** Reads `>=1,<2`. Never throws; the empty text is the set that contains every version. */
export function parseSpecifier(text: string): SpecifierReading {
  const { parts, problem } = splitAtCommas(text, 0, text.length);
  return { clauses: parts, problem };
}

/**
 * Whether a version satisfies all clauses, as `packaging` 26 decides it of one version alone: pre-releases count,
 * unless `prereleases` is false.
 */
export function contains(
  clauses: readonly SpecifierClause[],
  version: string,
  { prereleases = null }: { readonly prereleases?: boolean | null } = {},
): boolean {
  const parts = readVersionParts(version);
  if (prereleases === false && parts !== null && isPrerelease(parts)) return false;
  return clauses.every(clause => isInClause(clause, version, parts));
}
