import { isValidName, normalizeName } from '../names/normalizeName.ts';
import { parseMarker } from '../requirements/parseMarker.ts';
import { pinOf } from '../requirements/pinClass.ts';
import { quoted } from '../requirements/syntaxProblem.ts';
import { specifierText } from '../requirements/specifierText.ts';
import type { TomlEntry } from '../toml/scanToml.ts';
import type { KeyedDependency } from './keyedDependencies.ts';
import { keyedReference } from './keyedReference.ts';
import { placedProblem } from './placedProblem.ts';
import type { PlacedToml } from './placedToml.ts';
import type { PinClass, Requirement, RequirementProblem, RequirementSyntax, SpecifierClause } from './requirement.ts';

/** What Poetry and Pipenv say each in their own way. */
export interface KeyedReading {
  readonly syntax: RequirementSyntax;
  readonly clauses: readonly SpecifierClause[];
  /** Only where the clauses cannot say it. */
  readonly pin: PinClass | null;
  readonly marker: string | null;
  readonly problem: RequirementProblem | null;
  readonly isEditable: boolean;
}

export function keyedRequirement(source: PlacedToml, dependency: KeyedDependency, reading: KeyedReading): Requirement {
  const { syntax, clauses, marker, isEditable } = reading;
  const { section, role, key, range } = dependency;
  const constraint = constraintOf(dependency);
  const reference = keyedReference(source, dependency);
  const isNamed = isValidName(key);
  return {
    file: source.file,
    section,
    role,
    syntax,
    raw: source.text.slice(range.start, range.end),
    span: source.spanOf(range),
    name: isNamed ? normalizeName(key) : null,
    nameSpan: source.spanOf(dependency.keyRange),
    extras: dependency.extras.flatMap(({ value }) => (typeof value === 'string' ? value : [])),
    specifier: specifierText(clauses),
    clauses,
    specifierSpan: constraint === null || reference !== null ? null : source.spanOf(textRange(constraint)),
    reference,
    marker,
    pin: reference === null ? (reading.pin ?? pinOf(clauses)) : pinOf([], reference),
    problem: isNamed ? reading.problem : misnamed(source, dependency),
    hashes: [],
    isEditable,
  };
}

/** The text that constrains the version; null where none does. */
export function constraintOf({ value, fields }: KeyedDependency): TomlEntry | null {
  const entry = value ?? fields.get('version');
  return typeof entry?.value === 'string' ? entry : null;
}

/** Of a value that is neither a text nor a table; null where it is one, or where TOML's own fault is told elsewhere. */
export function shapeProblem(source: PlacedToml, { value, fields }: KeyedDependency): RequirementProblem | null {
  const entry = value ?? fields.get('version');
  if (entry === undefined || entry.kind === 'broken' || typeof entry.value === 'string') return null;
  const message = 'A version constraint is a text, in quotes.';
  return { message, span: source.spanOf(entry.range), repair: null };
}

/** Of the marker beside a constraint. */
export function markerProblem(source: PlacedToml, { fields }: KeyedDependency): RequirementProblem | null {
  const entry = fields.get('markers');
  if (typeof entry?.value !== 'string') return null;
  const { problem } = parseMarker(entry.value);
  return problem && placedProblem(source, entry, problem);
}

/** The content of a text, without its quotes. */
function textRange(entry: TomlEntry): { readonly start: number; readonly end: number } {
  return entry.rangeOf(0, String(entry.value).length);
}

function misnamed(source: PlacedToml, { key, keyRange }: KeyedDependency): RequirementProblem {
  const message = `${quoted(key)} is no name: one starts and ends with an ASCII letter or digit, with ".", "-" and "_" between.`;
  return { message, span: source.spanOf(keyRange), repair: null };
}
