import type { Requirement } from './requirement.ts';

/** Of a requirement of which nothing can be told: all that is not its place or its problem. */
export const nothingRead = {
  name: null,
  nameSpan: null,
  extras: [],
  specifier: '',
  clauses: [],
  specifierSpan: null,
  reference: null,
  marker: null,
  pin: 'none',
} as const satisfies Partial<Requirement>;
