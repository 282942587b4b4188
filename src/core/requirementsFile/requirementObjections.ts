import type { Requirement } from '../documents/requirement.ts';
import { parseVersion } from '../versions/version.ts';
import { whyUnhashed } from './hashObjections.ts';
import type { PinObjection } from './pinObjection.ts';
import { whyRefused } from './referenceObjections.ts';

/** Why an installer would not take a requirement where hashes are asked for; markers do not count. */
export function requirementObjections(requirement: Requirement): readonly PinObjection[] {
  const why = requirement.problem?.message ?? whyUnpinned(requirement) ?? whyUnhashed(requirement);
  return why === null ? [] : [{ file: requirement.file, span: requirement.span, why }];
}

const TRAILING_UNDERSCORE = /^[A-Za-z0-9][\w.-]*_(?![\w.-])/;
/** Without what is quoted: `===`, the lists of PEP 751, and more than one blank, which pip 24 does not take in `not in`. */
const RARE_MARKER = /;.*(?:===|\b(?:extras|dependency_groups)\b|\bnot\s{2,}in\b)/s;
const QUOTED = /"[^"]*"|'[^']*'/g;

/** A comma before the end of the clauses, with nothing behind it; the first `;` begins the marker. */
const TRAILING_COMMA = /^[^;]*,[ \t]*\)?[ \t]*(?:;|$)/;

function whyUnpinned(requirement: Requirement): string | null {
  const { isEditable, reference, pin, clauses, raw } = requirement;
  if (TRAILING_UNDERSCORE.test(raw)) return 'pip 24 and uv take no name that ends in "_".';
  if (RARE_MARKER.test(raw.replace(QUOTED, ''))) return 'Not every installer reads this marker.';
  if (isEditable) return 'What is installed to be edited has no hash.';
  if (reference !== null) return whyRefused(requirement, reference);
  if (pin !== 'exact') return 'It is not pinned with one ==.';
  if (TRAILING_COMMA.test(raw)) return 'pip 24 takes no comma with nothing behind it.';
  return parseVersion(clauses[0]?.version ?? '') === null ? 'uv takes no text that is no version behind ===.' : null;
}
