import type { Requirement } from './requirement.ts';

/** By place in the file. */
export function inOrder(requirements: readonly Requirement[]): readonly Requirement[] {
  return requirements.toSorted(
    ({ span: { start: one } }, { span: { start: other } }) => one.line - other.line || one.character - other.character,
  );
}
