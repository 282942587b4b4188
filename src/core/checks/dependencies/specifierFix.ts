import type { Requirement } from '../../documents/requirement.ts';
import type { Fix } from '../check.ts';

/** Writes another version constraint, in the place and syntax of the old one; none where no constraint can stand. */
export function specifierFix({ file, specifierSpan, syntax }: Requirement, specifier: string, title: string): readonly Fix[] {
  if (specifierSpan === null) return [];
  const newText = specifier === '' && syntax !== 'pep508' ? '*' : specifier;
  return [{ title, edits: [{ file, span: specifierSpan, newText }] }];
}
