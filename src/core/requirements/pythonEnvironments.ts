import type { Environment } from './evaluateComparison.ts';
import type { MarkerComparison } from './parseMarker.ts';

const VARIABLES = ['python_version', 'python_full_version'];
const RELEASE = /^[0-9]{1,4}(?:\.[0-9]{1,4}){0,2}(?:\.\*)?$/;
const LIST = /^[0-9]{1,4}(?:\.[0-9]{1,4}){0,2}(?:[ ,|]+[0-9]{1,4}(?:\.[0-9]{1,4}){0,2})*$/;
const HIGHEST = 99;

/** Whether a comparison is one of Python's version with plain releases, of which enough versions can be tried. */
export function isPlainPython({ left, operator, right }: MarkerComparison): boolean {
  if (left.kind === right.kind) return false;
  const [variable, value] = left.kind === 'variable' ? [left.text, right.text] : [right.text, left.text];
  if (!VARIABLES.includes(variable)) return false;
  return operator.endsWith('in') ? left.kind === 'variable' && LIST.test(value) : RELEASE.test(value);
}

/** Versions at, below and above every release that is named: enough, since a bound lies at one of them. */
export function pythonEnvironments(comparisons: readonly MarkerComparison[]): readonly Environment[] {
  const named = comparisons.flatMap(({ left, right }) => releasesIn(left.kind === 'variable' ? right.text : left.text));
  const minors = unique(
    named.flatMap(minorsAround).concat([
      [0, 0],
      [HIGHEST, 0],
    ]),
  );
  return minors.flatMap(([major = 0, minor = 0]) =>
    patchesOf(named, major, minor).map(
      patch =>
        new Map([
          ['python_version', `${major}.${minor}`],
          ['python_full_version', `${major}.${minor}.${patch}`],
        ]),
    ),
  );
}

function releasesIn(value: string): readonly (readonly number[])[] {
  return (value.match(/[0-9]+(?:\.[0-9]+)*/g) ?? []).map(release => release.split('.').map(Number));
}

function minorsAround([major = 0, minor = 0]: readonly number[]): readonly (readonly number[])[] {
  const below = minor > 0 ? [major, minor - 1] : [Math.max(major - 1, 0), HIGHEST];
  return [below, [major, minor], [major, minor + 1], [major + 1, 0]];
}

function patchesOf(named: readonly (readonly number[])[], major: number, minor: number): readonly number[] {
  const own = named.filter(release => release[0] === major && (release[1] ?? 0) === minor).map(release => release[2] ?? 0);
  return [...new Set([0, HIGHEST, ...own.flatMap(patch => [Math.max(patch - 1, 0), patch, patch + 1])])];
}

function unique(pairs: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return [...new Map(pairs.map(pair => [pair.join('.'), pair])).values()];
}
