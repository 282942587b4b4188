import { normalizeName } from '../names/normalizeName.ts';
import type { Environment } from './evaluateComparison.ts';
import type { MarkerComparison } from './parseMarker.ts';
import { pythonEnvironments, isPlainPython } from './pythonEnvironments.ts';

/** Comparisons of variables that have to do with each other, and environments enough to tell whether they can all hold. */
export interface MarkerDomain {
  readonly comparisons: readonly MarkerComparison[];
  readonly environments: readonly Environment[];
}

interface Variables {
  readonly names: readonly string[];
  /** Values that only occur together, in the order of `names`. */
  readonly known: readonly (readonly string[])[];
  /** Of those the values that occur with others too. */
  readonly shared: readonly string[];
}

const textVariables: readonly Variables[] = [
  {
    names: ['sys_platform', 'os_name', 'platform_system'],
    known: [
      ['win32', 'nt', 'Windows'],
      ['linux', 'posix', 'Linux'],
      ['linux2', 'posix', 'Linux'],
      ['darwin', 'posix', 'Darwin'],
    ],
    shared: ['posix'],
  },
  {
    names: ['implementation_name', 'platform_python_implementation'],
    known: [
      ['cpython', 'CPython'],
      ['pypy', 'PyPy'],
    ],
    shared: [],
  },
  { names: ['platform_machine'], known: [], shared: [] },
  { names: ['extra'], known: [], shared: [] },
];

/** What nothing is known of (releases of kernels, sets of extras) is left out, as if it could always hold. */
export function environmentsFor(comparisons: readonly MarkerComparison[]): readonly MarkerDomain[] {
  const python = comparisons.filter(isPlainPython);
  const texts = textVariables.map(variables => {
    const own = comparisons.filter(comparison => variables.names.includes(variableOf(comparison) ?? ''));
    return { comparisons: own, environments: textEnvironments(variables, own) };
  });
  return [{ comparisons: python, environments: pythonEnvironments(python) }, ...texts.filter(domain => domain.comparisons.length > 0)];
}

/** Null where a comparison is not one of a variable with a value. */
export function variableOf({ left, right }: MarkerComparison): string | null {
  if (left.kind === right.kind) return null;
  return left.kind === 'variable' ? left.text : right.text;
}

export function valueOf({ left, right }: MarkerComparison): string {
  return left.kind === 'variable' ? right.text : left.text;
}

/** The known environments, and all that can be made of the values that are named and of others. */
function textEnvironments({ names, known, shared }: Variables, comparisons: readonly MarkerComparison[]): readonly Environment[] {
  const bound = new Set(known.flat().filter(value => !shared.includes(value)));
  const values = names.map(name => valuesOf(name, comparisons).filter(value => !bound.has(value)));
  return [...known, ...everyRow(values)].map(row => new Map(names.map((name, index) => [name, row[index] ?? ''])));
}

function everyRow(values: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const none: readonly (readonly string[])[] = [[]];
  return values.reduce((rows, next) => rows.flatMap(row => next.map(value => [...row, value])), none);
}

function valuesOf(name: string, comparisons: readonly MarkerComparison[]): readonly string[] {
  const named = comparisons.filter(comparison => variableOf(comparison) === name).map(valueOf);
  const values = named.flatMap(value => [value, ...value.split(/[^\w.-]+/)]);
  const all = [...values, named.join(''), 'something else'];
  return [...new Set(name === 'extra' ? all.map(normalizeName) : all)];
}
