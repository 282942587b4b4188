import type { Check, Facts, Finding } from '../check.ts';

/** The facts that rules on packages look at. */
export type FactNeed = 'document' | 'lock' | 'index' | 'now';
export type PackageCheck = Check<FactNeed>;
export type PackagesFacts = Pick<Facts, FactNeed>;

/** Of several findings at one place the first: a requirement can stand for several locked releases. */
export function* onePerPlace(findings: Iterable<Finding>): Iterable<Finding> {
  const seen = new Set<string>();
  for (const finding of findings) {
    const { file, span } = finding;
    const place = `${span.start.line}:${span.start.character} ${file}`;
    if (!seen.has(place)) yield finding;
    seen.add(place);
  }
}
