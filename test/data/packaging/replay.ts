import type { SpecifierClause } from '../../../src/core/documents/requirement.ts';
import { areCompatible, contains, parseSpecifier } from '../../../src/core/requirements/specifier.ts';
import { canHoldTogether, isMarkerValid } from '../../../src/core/requirements/marker.ts';
import { parseRequirement } from '../../../src/core/requirements/parseRequirement.ts';
import { compareVersions, isSameVersion, parseVersion } from '../../../src/core/versions/version.ts';
import { readCases } from './readCases.ts';

/** How many cases of a kind there are, and where we and `packaging` differ, as texts to read. */
export interface Replay {
  readonly kind: string;
  readonly source: string;
  readonly cases: number;
  readonly differences: readonly string[];
}

type VersionRow = readonly [text: string, normalized?: string, local?: string | null, isPrerelease?: 0 | 1];
type OrderRow = readonly [one: string, other: string, order: number];
type SpecifierRow = readonly [text: string, clauses?: string];
type ContainmentRow = readonly [specifier: string, version: string, isIn: 0 | 1, isInWithoutPrereleases: 0 | 1];
/** `canHold`: in one of some hundred real environments both do. */
type PairRow = readonly [one: string, other: string, canHold: 0 | 1];
type VerdictRow = readonly [text: string, verdict: 0 | 1];
type RequirementRow = readonly [
  text: string,
  name?: string,
  extras?: readonly string[],
  clauses?: string,
  url?: string | null,
  hasMarker?: 0 | 1,
];

/** Every case of every kind. */
export function replayAll(): readonly Replay[] {
  return [
    replay<VersionRow>('versions', readVersion),
    replay<OrderRow>('order', order),
    replay<SpecifierRow>('specifiers', readSpecifier),
    replay<ContainmentRow>('containment', containment),
    replay<VerdictRow>('satisfiable', ([text]) => [text, Number(areCompatible(parseSpecifier(text).clauses))]),
    replay<RequirementRow>('requirements', readRequirement),
    replay<VerdictRow>('markers', ([text]) => [text, Number(isMarkerValid(text))]),
    replay<PairRow>('together', ([one, other, canHold]) => [one, other, canHold && Number(canHoldTogether(one, other))]),
  ];
}

function replay<Row extends readonly unknown[]>(kind: string, answer: (row: Row) => readonly unknown[]): Replay {
  const { source, rows } = readCases<Row>(kind);
  const differences: string[] = [];
  for (const row of rows) {
    const [said, wanted] = [JSON.stringify(answer(row)), JSON.stringify(row)];
    if (said !== wanted) differences.push(`${said}, packaging ${wanted}`);
  }
  return { kind, source, cases: rows.length, differences };
}

function readVersion([text]: VersionRow): readonly unknown[] {
  const version = parseVersion(text);
  return version === null ? [text] : [text, version.normalized, version.local, Number(version.isPrerelease)];
}

function order([one, other]: OrderRow): readonly unknown[] {
  const sign = Math.sign(compareVersions(one, other));
  return isSameVersion(one, other) === (sign === 0) ? [one, other, sign] : [one, other, 'compares one way and is the same another way'];
}

function readSpecifier([text]: SpecifierRow): readonly unknown[] {
  const { clauses, problem } = parseSpecifier(text);
  return problem === null ? [text, sorted(clauses)] : [text];
}

function containment([text, version]: ContainmentRow): readonly unknown[] {
  const { clauses } = parseSpecifier(text);
  return [text, version, Number(contains(clauses, version)), Number(contains(clauses, version, { prereleases: false }))];
}

function readRequirement([text]: RequirementRow): readonly unknown[] {
  const { name, extras, clauses, url, marker, problem } = parseRequirement(text);
  if (problem !== null) return [text];
  return [text, name, [...new Set(extras)].sort(byCodePoint), sorted(clauses), url, Number(marker !== null)];
}

function sorted(clauses: readonly SpecifierClause[]): string {
  const texts = clauses.map(({ operator, version }) => operator + version);
  return texts.sort(byCodePoint).join(',');
}

function byCodePoint(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
