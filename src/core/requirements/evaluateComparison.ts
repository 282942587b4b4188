import { normalizeName } from '../names/normalizeName.ts';
import { isInClause } from './isInClause.ts';
import type { MarkerComparison, MarkerOperand } from './parseMarker.ts';
import { readClause } from './specifierGrammar.ts';
import { readVersionParts } from '../versions/versionParts.ts';

/** What the variables of a marker stand for, by name. */
export type Environment = ReadonlyMap<string, string>;

const versionVariables: readonly string[] = ['python_version', 'python_full_version', 'implementation_version'];

/** Whether a comparison holds, as `packaging` decides it (PEP 508, Environment Markers); true where tools differ. */
export function evaluateComparison({ left, operator, right }: MarkerComparison, environment: Environment): boolean {
  const variable = left.kind === 'variable' ? left.text : right.text;
  const [value, against] = [valueOf(left, variable, environment), valueOf(right, variable, environment)];
  const clause = versionVariables.includes(variable) ? readClause(operator + against, 0) : null;
  if (clause !== null) return isInClause(clause, value, readVersionParts(value));
  return compareText(value, operator, against);
}

function valueOf({ kind, text }: MarkerOperand, variable: string, environment: Environment): string {
  if (kind === 'variable') return environment.get(text) ?? '';
  return variable === 'extra' ? normalizeName(text) : text;
}

function compareText(value: string, operator: string, against: string): boolean {
  if (operator === '==' || operator === '===') return value === against;
  if (operator === '!=') return value !== against;
  if (operator === 'in') return against.includes(value);
  return operator === 'not in' ? !against.includes(value) : true;
}
