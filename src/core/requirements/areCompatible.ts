import type { SpecifierClause } from '../documents/requirement.ts';
import { increment } from '../versions/increment.ts';
import { readVersionParts, type VersionParts } from '../versions/versionParts.ts';
import { versionText } from '../versions/versionText.ts';
import { isInClause } from './isInClause.ts';

type Clauses = readonly SpecifierClause[];

const NONE: Clauses = [];
const LEAST = '0.dev0';
const MOST_CLAUSES = 100;

/**
 * Whether some version, released or not, satisfies both sets. What satisfies all clauses includes the least version that one
 * of them lets in, so only those are tried; with more clauses than a person writes the answer is yes.
 */
export function areCompatible(one: Clauses, other: Clauses = NONE): boolean {
  const known = answers.get(one)?.get(other);
  if (known !== undefined) return known;
  const answer = isAnyIn([...one, ...other]);
  const ofOne = answers.get(one) ?? new WeakMap<Clauses, boolean>();
  answers.set(one, ofOne.set(other, answer));
  return answer;
}

/** The same sets are compared again with every keystroke. */
const answers = new WeakMap<Clauses, WeakMap<Clauses, boolean>>();

function isAnyIn(clauses: Clauses): boolean {
  if (clauses.length > MOST_CLAUSES) return true;
  const longest = Math.max(0, ...clauses.map(({ version }) => version.split('.').length));
  const candidates = [LEAST, ...clauses.flatMap(clause => leastOf(clause, longest + 1))];
  return candidates.some(candidate => {
    const parts = readVersionParts(candidate);
    return clauses.every(clause => isInClause(clause, candidate, parts));
  });
}

/** Where the stretches of versions that a clause lets in begin, other than at the very start; `length` is longer than any release in play. */
function leastOf({ operator, version }: SpecifierClause, length: number): readonly string[] {
  if (operator === '===') return [version, version.toLowerCase()];
  const isWildcard = version.endsWith('.*');
  const parts = readVersionParts(isWildcard ? version.slice(0, -2) : version);
  if (parts === null) return [];
  if (isWildcard) return [versionText({ ...parts, release: operator === '==' ? parts.release : raiseLast(parts.release), dev: '0' })];
  if (operator === '!=') return [afterLocals(parts)];
  if (operator === '>')
    return [parts.pre === null && parts.post === null && parts.dev === null ? justAbove(parts, length) : afterPosts(parts)];
  return operator === '<' || operator === '<=' ? [] : [versionText(parts)];
}

/** The next version that `V` or `V+local` does not cover. */
function afterLocals(parts: VersionParts): string {
  if (parts.local !== null) return versionText({ ...parts, local: [...parts.local, '0'] });
  if (parts.dev !== null) return versionText({ ...parts, dev: increment(parts.dev) });
  return versionText({ ...parts, post: parts.post === null ? '0' : increment(parts.post), dev: '0' });
}

/** The least version after a pre-, post- or development release that `>` lets in. */
function afterPosts(parts: VersionParts): string {
  if (parts.dev !== null || parts.post !== null || parts.pre === null) return afterLocals(parts);
  return versionText({ ...parts, pre: { ...parts.pre, number: increment(parts.pre.number) }, dev: '0' });
}

/** There is no least version after all post-releases: this one is below any other that is named. */
function justAbove(parts: VersionParts, length: number): string {
  const zeros = Array.from({ length: Math.max(length - parts.release.length, 0) }, () => '0');
  return versionText({ ...parts, release: [...parts.release, ...zeros, '1'], dev: '0' });
}

function raiseLast(release: readonly string[]): readonly string[] {
  return release.map((number, index) => (index === release.length - 1 ? increment(number) : number));
}
