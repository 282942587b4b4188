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

/** A comma before the end of the clauses, with nothing behind it; the first `;` begins the marker. */
const TRAILING_COMMA = /^[^;]*,[ \t]*\)?[ \t]*(?:;|$)/;

function whyUnpinned(requirement: Requirement): string | null {
  const { isEditable, reference, pin, clauses, raw } = requirement;
  if (isEditable) return 'What is installed to be edited has no hash.';
  if (reference !== null) return whyRefused(requirement, reference);
  if (pin !== 'exact') return 'It is not pinned with one ==.';
  if (TRAILING_COMMA.test(raw)) return 'pip 24 takes no comma with nothing behind it.';
  return parseVersion(clauses[0]?.version ?? '') === null ? 'uv takes no text that is no version behind ===.' : null;
}
