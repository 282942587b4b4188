import type { Requirement } from '../documents/requirement.ts';

/** What a requirement's own text says: all but what its file and its options say. */
export type RequirementText = Pick<
  Requirement,
  'name' | 'nameSpan' | 'extras' | 'specifier' | 'clauses' | 'specifierSpan' | 'reference' | 'marker' | 'pin' | 'problem'
>;
