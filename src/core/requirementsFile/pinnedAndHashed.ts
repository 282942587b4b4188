import type { DependencyDocument } from '../documents/dependencyDocument.ts';
import { constraintObjections } from './constraintObjections.ts';
import { followIncludes } from './followIncludes.ts';
import type { PinObjection } from './pinObjection.ts';
import { requirementObjections } from './requirementObjections.ts';
import { spellingObjections } from './spellingObjections.ts';
import { versionObjections } from './versionObjections.ts';

export interface PinJudgement {
  readonly verdict: boolean;
  readonly reasons: readonly PinObjection[];
}

/**
 * Whether pip 24.0, 25.3 and 26 and uv all accept a requirements file, with what it includes, in their hash-checking
 * mode, on every platform; what only an index knows is left out. `documents` by file.
 */
export function isPinnedAndHashed(file: string, documents: ReadonlyMap<string, DependencyDocument>): boolean {
  return judgePinnedAndHashed(file, documents).verdict;
}

/** The same, with the reasons. */
export function judgePinnedAndHashed(file: string, documents: ReadonlyMap<string, DependencyDocument>): PinJudgement {
  const { requirements, constraints, objections } = followIncludes(file, documents);
  const required = requirements.flatMap(document => document.requirements);
  const constrained = constraints.flatMap(document => document.requirements);
  const read = [...new Set([...requirements, ...constraints])];
  const reasons = [
    ...objections,
    ...required.flatMap(requirementObjections),
    ...(required.length === 0 ? [] : constrained.flatMap(constraintObjections)),
    ...versionObjections(required, constrained),
    ...read.flatMap(spellingObjections),
    ...read.flatMap(indexObjections),
  ];
  return { verdict: reasons.length === 0, reasons };
}

/** uv wants one primary index in a file. */
function indexObjections({ file, indexes }: DependencyDocument): readonly PinObjection[] {
  const further = indexes.filter(({ role }) => role === 'primary').slice(1);
  return further.map(({ span }) => ({ file, span, why: 'uv wants --index-url once in a file.' }));
}
