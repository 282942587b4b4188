import type { Requirement } from '../../documents/requirement.ts';
import type { Install } from './installs.ts';

/** Whether some installers find the hash that a requirement lacks: on another line of its name, or in a constraint (pip since 26.1). */
export function hashedElsewhere({ requirements, constraints, isHashChecked }: Install): (requirement: Requirement) => HashPlace | null {
  const again = namesWithHash(requirements);
  const constrained = namesWithHash(constraints);
  return ({ name, hashes, reference }) => {
    if (!isHashChecked || name === null || hashes.length > 0 || reference !== null) return null;
    return again.has(name) ? 'another line' : constrained.has(name) ? 'a constraint' : null;
  };
}

export type HashPlace = 'another line' | 'a constraint';

function namesWithHash(requirements: readonly Requirement[]): ReadonlySet<string | null> {
  return new Set(requirements.filter(({ hashes }) => hashes.length > 0).map(({ name }) => name));
}
