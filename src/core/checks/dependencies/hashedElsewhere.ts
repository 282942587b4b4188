import type { Requirement } from '../../documents/requirement.ts';
import type { Install } from './installs.ts';

/** Whether some installers find the hash that a requirement lacks: on a line of its name that they have read, or in a constraint (pip since 26.1). */
export function hashedElsewhere({ requirements, constraints, isHashChecked }: Install): (requirement: Requirement) => HashPlace | null {
  const places = new Map(requirements.map((requirement, place) => [requirement, place]));
  const hashed = firstWithHash(requirements);
  const constrained = firstWithHash(constraints);
  return requirement => {
    const { name, hashes, reference } = requirement;
    if (!isHashChecked || name === null || hashes.length > 0 || reference !== null) return null;
    if ((hashed.get(name) ?? Infinity) < (places.get(requirement) ?? 0)) return 'another line';
    return constrained.has(name) ? 'a constraint' : null;
  };
}

export type HashPlace = 'another line' | 'a constraint';

/** By name, the place of the first that has one. */
function firstWithHash(requirements: readonly Requirement[]): ReadonlyMap<string | null, number> {
  const places = new Map<string | null, number>();
  requirements.forEach(({ name, hashes }, place) => {
    if (hashes.length > 0 && !places.has(name)) places.set(name, place);
  });
  return places;
}
