import { environmentsFor } from './markerEnvironments.ts';
import { evaluateComparison } from './evaluateComparison.ts';
import { parseMarker, type MarkerComparison, type MarkerNode } from './parseMarker.ts';

/** More than a person writes: beyond, the answer is not worked out. */
const MOST_ALTERNATIVES = 32;
const MOST_COMPARISONS = 16;

/**
 * Whether two markers can hold in one environment. False only where it is certain that they exclude each other, as
 * `sys_platform == "win32"` and `sys_platform != "win32"` do; a requirement without a marker, or with a broken one, always counts.
 */
export function canHoldTogether(one: string | null, other: string | null): boolean {
  if (one === null || other === null) return true;
  const nodes = [one, other].flatMap(marker => parseMarker(marker).tree ?? []);
  const alternatives = alternativesOf({ kind: 'and', nodes });
  return alternatives === null || alternatives.some(isSatisfiable);
}

type Alternative = readonly MarkerComparison[];

/** The ways in which a marker can hold, each by comparisons that all must; null where there are too many. */
function alternativesOf(node: MarkerNode): readonly Alternative[] | null {
  if (node.kind === 'comparison') return [[node]];
  let alternatives: readonly Alternative[] = node.kind === 'and' ? [[]] : [];
  for (const child of node.nodes) {
    const further = alternativesOf(child);
    if (further === null) return null;
    alternatives = node.kind === 'and' ? combined(alternatives, further) : [...alternatives, ...further];
    if (alternatives.length > MOST_ALTERNATIVES) return null;
  }
  return alternatives;
}

function combined(one: readonly Alternative[], other: readonly Alternative[]): readonly Alternative[] {
  return one.flatMap(left => other.map(right => [...left, ...right].slice(0, MOST_COMPARISONS)));
}

/** Variables that have to do with each other are looked at together. */
function isSatisfiable(alternative: Alternative): boolean {
  return environmentsFor(alternative).every(({ comparisons, environments }) =>
    environments.some(environment => comparisons.every(comparison => evaluateComparison(comparison, environment))),
  );
}
