import { archived } from './archived.ts';
import type { PackageCheck } from './factCheck.ts';
import { hashMismatch } from './hashMismatch.ts';
import { malicious } from './malicious.ts';
import { nonexistent } from './nonexistent.ts';
import { provenanceLost } from './provenanceLost.ts';
import { quarantined } from './quarantined.ts';
import { tooNew } from './tooNew.ts';
import { vulnerable } from './vulnerable.ts';
import { yanked } from './yanked.ts';

/** The rules on what indexes and advisory databases tell of packages. */
export const factChecks: readonly PackageCheck[] = [
  hashMismatch,
  yanked,
  vulnerable,
  nonexistent,
  malicious,
  quarantined,
  archived,
  provenanceLost,
  tooNew,
];
