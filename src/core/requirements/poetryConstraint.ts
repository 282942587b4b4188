import type { SpecifierClause, SpecifierOperator } from '../documents/requirement.ts';
import { increment } from '../versions/increment.ts';
import { readVersionParts, type VersionParts } from '../versions/versionParts.ts';
import { versionText } from '../versions/versionText.ts';
import { trimWhite } from '../versions/whiteSpace.ts';
import type { SyntaxProblem } from './parsedRequirement.ts';
import { quoted, syntaxProblem } from './syntaxProblem.ts';

/** A constraint of Poetry, said in PEP 440. */
export interface PoetryConstraint {
  /** Empty for `*`, and where it cannot be said. */
  readonly clauses: readonly SpecifierClause[];
  /** Alternatives (`^1 || ^2`), which PEP 440 cannot say. */
  readonly isUnion: boolean;
  /** Null where Poetry takes it. */
  readonly problem: SyntaxProblem | null;
}

const NOTHING: readonly SpecifierClause[] = [];
const PARTS = /[ \t]*(?:[<>=!~^]+[ \t]*)?[^ \t]+/g;
const ANYTHING = /^v?[xX*](?:\.[xX*])*$/;
const SINGLE = /^(!=|>=|<=|==|~=|>|<|=|~|\^)?[ \t]*(.*)$/s;

/** Reads what stands behind a name in `[tool.poetry.dependencies]`: `^1.2`, `~1.2`, `1.*`, `>=1,<2`. A bare version is an exact one. */
export function poetryConstraint(text: string): PoetryConstraint {
  const readings = text.split(/\|\|?/).map(readAlternative);
  const isBroken = readings.some(reading => reading === null);
  const problem = isBroken
    ? syntaxProblem(`${quoted(text)} is no version constraint that Poetry takes.`, { start: 0, end: text.length })
    : null;
  const isUnion = readings.length > 1 && !readings.some(reading => reading?.length === 0);
  return { clauses: isUnion ? NOTHING : ((readings.length === 1 ? readings[0] : null) ?? NOTHING), isUnion, problem };
}

/** Commas and blanks both mean "and"; a comma at the end is no fault. Null where a part is no constraint. */
function readAlternative(text: string): readonly SpecifierClause[] | null {
  const pieces = text.split(',').map(trimWhite);
  while (pieces.length > 1 && pieces.at(-1) === '') pieces.pop();
  const parts = pieces.flatMap(piece => piece.match(PARTS) ?? ['']);
  const clauses = parts.map(part => readSingle(trimWhite(part)));
  return clauses.includes(null) ? null : clauses.flatMap(translated => translated ?? []);
}

function readSingle(part: string): readonly SpecifierClause[] | null {
  if (ANYTHING.test(part)) return NOTHING;
  const [, operator = '', version = ''] = SINGLE.exec(part) ?? [];
  const wildcard = /^v?([0-9]+(?:\.[0-9]+)*)(?:\.\*)+$/.exec(version)?.[1];
  if (wildcard !== undefined) return readWildcard(operator, wildcard);
  const parts = readVersionParts(version);
  if (parts === null) return null;
  if (operator === '^') return between(version, parts, nextBreaking(parts));
  if (operator === '~') return between(version, parts, raisedAt(parts, Math.min(1, parts.release.length - 1)));
  if (operator === '~=' && parts.release.length === 1) return between(version, parts, raisedAt(parts, 0));
  return [{ operator: comparison(operator), version }];
}

/** Poetry takes `>=1.0.*` for `>=1.0`. */
function readWildcard(operator: string, release: string): readonly SpecifierClause[] | null {
  if (operator === '^' || operator.startsWith('~')) return null;
  const clause = { operator: comparison(operator), version: release };
  return [clause.operator === '==' || clause.operator === '!=' ? { ...clause, version: `${release}.*` } : clause];
}

function comparison(operator: string): SpecifierOperator {
  return operator === '' || operator === '=' ? '==' : (operator as SpecifierOperator);
}

function between(version: string, { epoch }: VersionParts, release: readonly string[]): readonly SpecifierClause[] {
  const next: VersionParts = { epoch, release, pre: null, post: null, dev: null, local: null };
  return [
    { operator: '>=', version },
    { operator: '<', version: versionText(next) },
  ];
}

/** The first number that is not zero may not change (`^0.2.3` ends at 0.3.0), or the last one that is written. */
function nextBreaking(parts: VersionParts): readonly string[] {
  const first = parts.release.slice(0, 3).findIndex(number => number !== '0');
  return raisedAt(parts, first === -1 ? Math.min(parts.release.length, 3) - 1 : first);
}

function raisedAt({ release }: VersionParts, index: number): readonly string[] {
  return release.map((number, at) => (at < index ? number : at === index ? increment(number) : '0'));
}
