import type { Requirement } from '../documents/requirement.ts';
import { isStrong } from './hashObjections.ts';
import type { PinObjection } from './pinObjection.ts';
import { isNamed } from './referenceObjections.ts';

/** Why an installer refuses a constraint where hashes are asked for; uv wants each pinned, also for a package that nobody asks for. */
export function constraintObjections(constraint: Requirement): readonly PinObjection[] {
  const why = whyUnread(constraint) ?? whyUnpinned(constraint);
  return why === null ? [] : [{ file: constraint.file, span: constraint.span, why }];
}

function whyUnread(constraint: Requirement): string | null {
  if (constraint.problem !== null) return constraint.problem.message;
  if (constraint.isEditable) return 'A constraint cannot be installed to be edited.';
  if (!isNamed(constraint)) return 'A constraint needs a name.';
  if (constraint.extras.length > 0) return 'A constraint cannot have extras.';
  return constraint.hashes.every(isStrong) ? null : 'pip takes no weak hash, not even here.';
}

function whyUnpinned({ reference, pin }: Requirement): string | null {
  return reference !== null || pin === 'exact' ? null : 'uv wants constraints pinned with one == here.';
}
