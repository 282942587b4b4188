import type { PinClass, SpecifierClause, SpecifierOperator } from '../documents/requirement.ts';
import type { DirectReference } from './directReference.ts';

/** How firmly a requirement says which release it means. */
export function pinOf(clauses: readonly SpecifierClause[], reference: Pick<DirectReference, 'kind' | 'revision'> | null = null): PinClass {
  return reference === null ? pinOfClauses(clauses) : pinOfReference(reference);
}

/** Whether a revision is a commit's full id (SHA-1 or SHA-256), which cannot be moved. */
export function isCommit(revision: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/i.test(revision);
}

function pinOfReference({ kind, revision }: Pick<DirectReference, 'kind' | 'revision'>): PinClass {
  if (kind !== 'vcs') return 'url';
  return revision !== null && isCommit(revision) ? 'vcs-sha' : 'vcs-mutable';
}

/** The firmest clause decides. */
function pinOfClauses(clauses: readonly SpecifierClause[]): PinClass {
  if (clauses.length === 0) return 'none';
  if (clauses.some(isExact)) return clauses.length === 1 ? 'exact' : 'exact-plus';
  if (has(clauses, '==')) return 'wildcard';
  if (has(clauses, '~=')) return 'compatible';
  const isBelow = has(clauses, '<', '<=');
  if (has(clauses, '>', '>=')) return isBelow ? 'range' : 'lower';
  return isBelow ? 'upper' : 'exclude-only';
}

function isExact({ operator, version }: SpecifierClause): boolean {
  return operator === '===' || (operator === '==' && !version.endsWith('.*'));
}

function has(clauses: readonly SpecifierClause[], ...operators: readonly SpecifierOperator[]): boolean {
  return clauses.some(({ operator }) => operators.includes(operator));
}
