import type { Requirement } from '../documents/requirement.ts';
import { canHoldTogether } from '../requirements/marker.ts';
import { areCompatible } from '../requirements/specifier.ts';
import { versionClauses } from '../requirements/versionClauses.ts';
import type { PinObjection } from './pinObjection.ts';

/** More ways than a person gives one name; a file with more is not worked out, and not accepted. */
const MOST_WAYS = 64;

/** Names that are asked for in two ways that cannot both be met where their markers let them meet; constraints count where they meet a requirement. */
export function versionObjections(requirements: readonly Requirement[], constraints: readonly Requirement[]): readonly PinObjection[] {
  const required = byName(requirements);
  const constrained = byName(constraints);
  return [...required].flatMap(([name, asked]) => clashesOf(name, distinct([...asked, ...(constrained.get(name) ?? [])])));
}

function byName(requirements: readonly Requirement[]): ReadonlyMap<string, readonly Requirement[]> {
  const named = new Map<string, Requirement[]>();
  for (const requirement of requirements) {
    const { name } = requirement;
    const others = named.get(name ?? '');
    if (others !== undefined) others.push(requirement);
    else if (name !== null) named.set(name, [requirement]);
  }
  return named;
}

/** Of those that say the same, the first. */
function distinct(requirements: readonly Requirement[]): readonly Requirement[] {
  const ways = new Map<string, Requirement>();
  for (const requirement of requirements) {
    const way = JSON.stringify([requirement.specifier, pointsTo(requirement), requirement.marker]);
    if (!ways.has(way)) ways.set(way, requirement);
  }
  return [...ways.values()];
}

function clashesOf(name: string, ways: readonly Requirement[]): readonly PinObjection[] {
  const [, second] = ways;
  if (second === undefined) return [];
  if (ways.length > MOST_WAYS) return [objection(second, `${name} is asked for in too many ways.`)];
  return ways.flatMap((one, index) => {
    const clash = ways.slice(0, index).find(other => isClash(one, other));
    return clash === undefined ? [] : [objection(one, `${name} is asked for in two ways that cannot both be met.`)];
  });
}

function isClash(one: Requirement, other: Requirement): boolean {
  return !isMet(one, other) && canHoldTogether(one.marker, other.marker);
}

function isMet(one: Requirement, other: Requirement): boolean {
  if (![one, other].every(isKnownFile)) return false;
  if (one.reference === null || other.reference === null) return areCompatible(versionClauses(one), versionClauses(other));
  return pointsTo(one) === pointsTo(other);
}

/** A constraint that gives an address without a hash takes the hash of the requirement away, as uv has it. */
function isKnownFile({ reference, hashes }: Requirement): boolean {
  return reference === null || reference.hashes.length + hashes.length > 0;
}

/** With the hashes in the URL: pip takes one file with two for two. */
function pointsTo({ reference }: Requirement): string {
  const hashes = (reference?.hashes ?? []).map(({ algorithm, digest }) => `${algorithm}=${digest}`);
  return [reference?.url ?? '', ...hashes].join('#');
}

function objection({ file, span }: Requirement, why: string): PinObjection {
  return { file, span, why };
}
