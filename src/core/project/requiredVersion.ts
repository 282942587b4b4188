import satisfies from 'semver/functions/satisfies.js';
import validRange from 'semver/ranges/valid.js';

import { visibleText } from '../text/visibleText.ts';

/** Why this Countersign may not judge the project: `unreadable` is a fault of the file, `unmet` asks for another version of the tool. */
export interface RequiredVersionProblem {
  readonly kind: 'unreadable' | 'unmet';
  readonly message: string;
}

/** Compares the SemVer range in `[tool.countersign] required-version` with our own version; null where it is met or missing. */
export function judgeRequiredVersion(required: unknown, ownVersion: string): RequiredVersionProblem | null {
  if (required === undefined) return null;
  if (typeof required !== 'string' || required.trim() === '' || validRange(required) === null) {
    return { kind: 'unreadable', message: 'required-version is not a range of versions. Write one such as ">=0.1".' };
  }
  if (satisfies(ownVersion, required, { includePrerelease: true })) return null;
  return {
    kind: 'unmet',
    message: `This project asks for Countersign ${visibleText(required)}, and this is ${ownVersion}. Install another version.`,
  };
}
