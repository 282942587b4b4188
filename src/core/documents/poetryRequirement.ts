import { poetryConstraint } from '../requirements/poetryConstraint.ts';
import type { KeyedDependency } from './keyedDependencies.ts';
import { constraintOf, keyedRequirement, markerProblem, shapeProblem } from './keyedRequirement.ts';
import { placedProblem } from './placedProblem.ts';
import type { PlacedToml } from './placedToml.ts';
import type { Requirement } from './requirement.ts';
import { fieldText } from './tomlFields.ts';

/** A dependency as Poetry writes it. Null for Python itself, and for what is not yet more than a key. */
export function poetryRequirement(source: PlacedToml, dependency: KeyedDependency): Requirement | null {
  const { key, value, fields } = dependency;
  if (key.toLowerCase() === 'python' || value?.kind === 'broken') return null;
  const entry = constraintOf(dependency);
  const constraint = entry && poetryConstraint(String(entry.value));
  const problem = entry && constraint?.problem ? placedProblem(source, entry, constraint.problem) : shapeProblem(source, dependency);
  return keyedRequirement(source, dependency, {
    syntax: 'poetry',
    clauses: constraint?.clauses ?? [],
    pin: constraint?.isUnion === true ? 'range' : null,
    marker: poetryMarker(dependency),
    problem: problem ?? markerProblem(source, dependency),
    isEditable: fields.get('develop')?.value === true,
  });
}

/** Poetry takes `python` and `platform` beside a marker, and joins the three as it does here. */
function poetryMarker({ fields }: KeyedDependency): string | null {
  const python = fieldText(fields, 'python');
  const platform = fieldText(fields, 'platform');
  const parts = [
    fieldText(fields, 'markers'),
    python === null ? null : pythonMarker(python),
    platform === null ? null : `sys_platform == ${quoteMarker(platform)}`,
  ].filter(part => part !== null && part.trim() !== '');
  if (parts.length < 2) return parts[0] ?? null;
  return parts.map(part => (/ or /.test(part ?? '') ? `(${part})` : part)).join(' and ');
}

/** Null where any Python will do, or the constraint cannot be read. */
function pythonMarker(constraint: string): string | null {
  const alternatives = constraint.split('||').map(alternative => poetryConstraint(alternative).clauses);
  if (alternatives.some(clauses => clauses.length === 0)) return null;
  const markers = alternatives.map(clauses => clauses.map(({ operator, version }) => pythonClause(operator, version)).join(' and '));
  return markers.join(' or ');
}

/** `python_version` has two numbers only. */
function pythonClause(operator: string, version: string): string {
  const variable = /^[0-9]+(?:\.[0-9]+)?(?:\.\*)?$/.test(version) ? 'python_version' : 'python_full_version';
  return `${variable} ${operator} ${quoteMarker(version)}`;
}

function quoteMarker(text: string): string {
  return `"${text.replaceAll('"', '')}"`;
}
