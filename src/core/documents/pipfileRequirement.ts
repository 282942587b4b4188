import { skipBlanks } from '../requirements/blanks.ts';
import type { SyntaxProblem } from '../requirements/parsedRequirement.ts';
import { readClauses } from '../requirements/readClauses.ts';
import { quoted, replacement, syntaxProblem } from '../requirements/syntaxProblem.ts';
import type { TomlEntry } from '../toml/scanToml.ts';
import { parseVersion } from '../versions/version.ts';
import type { KeyedDependency } from './keyedDependencies.ts';
import { constraintOf, keyedRequirement, markerProblem, shapeProblem } from './keyedRequirement.ts';
import { placedProblem } from './placedProblem.ts';
import type { PlacedToml } from './placedToml.ts';
import type { Requirement, RequirementProblem, SpecifierClause } from './requirement.ts';
import { fieldText } from './tomlFields.ts';

/** A dependency as Pipenv writes it. Null for what is not yet more than a key. */
export function pipfileRequirement(source: PlacedToml, dependency: KeyedDependency): Requirement | null {
  if (dependency.value?.kind === 'broken') return null;
  const entry = constraintOf(dependency);
  const { clauses, problem } = entry === null ? { clauses: [], problem: null } : readConstraint(source, entry);
  return keyedRequirement(source, dependency, {
    syntax: 'pipfile',
    clauses,
    pin: null,
    marker: pipfileMarker(dependency),
    problem: problem ?? shapeProblem(source, dependency) ?? markerProblem(source, dependency),
    isEditable: dependency.fields.get('editable')?.value === true,
  });
}

interface ConstraintReading {
  readonly clauses: readonly SpecifierClause[];
  readonly problem: RequirementProblem | null;
}

/** `*`, or clauses of PEP 440. */
function readConstraint(source: PlacedToml, entry: TomlEntry): ConstraintReading {
  const text = String(entry.value);
  if (text.trim() === '*') return { clauses: [], problem: null };
  const { clauses, end, problem } = readClauses(text, skipBlanks(text, 0));
  const isWhole = clauses.length > 0 && end === text.length;
  const fault = problem ?? (isWhole ? null : explain(text));
  return { clauses, problem: fault && placedProblem(source, entry, fault) };
}

function explain(text: string): SyntaxProblem {
  const range = { start: 0, end: text.length };
  const isVersion = parseVersion(text) !== null;
  const repair = isVersion ? replacement(text, range, `==${text.trim()}`) : null;
  return syntaxProblem(
    `${quoted(text)} is no version constraint that Pipenv takes: one is "*", or like "==1.0" or ">=1.0".`,
    range,
    repair,
  );
}

/** Variables of markers may stand as keys: `sys_platform = "== 'win32'"`. */
function pipfileMarker({ fields }: KeyedDependency): string | null {
  const variables = MARKER_KEYS.flatMap(key => {
    const text = fieldText(fields, key);
    return text === null ? [] : `${key} ${text.trim()}`;
  });
  const markers = fieldText(fields, 'markers');
  if (variables.length === 0) return markers;
  return [...(markers === null ? [] : [`(${markers})`]), ...variables].join(' and ');
}

const MARKER_KEYS = [
  'os_name',
  'sys_platform',
  'platform_machine',
  'platform_python_implementation',
  'platform_release',
  'platform_system',
  'platform_version',
  'python_version',
  'python_full_version',
  'implementation_name',
  'implementation_version',
];
