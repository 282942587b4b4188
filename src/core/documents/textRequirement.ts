import { readNamed } from '../requirementsFile/readNamed.ts';
import { readUnnamed } from '../requirementsFile/readUnnamed.ts';
import { memory, ownText } from '../text/remembered.ts';
import type { Range, TomlEntry } from '../toml/scanToml.ts';
import { contentRange } from './contentRange.ts';
import { problemInString } from './placedProblem.ts';
import type { PlacedToml } from './placedToml.ts';
import type { Requirement, RequirementRole } from './requirement.ts';

/** Where a requirement stands, and so what it is for. */
export interface RequirementPlace {
  readonly section: string;
  readonly role: RequirementRole;
}

/**
 * A requirement in a TOML string, as PEP 508 writes it; in PDM's table also as pip's command line takes it, `-e file:///part#egg=part`.
 * What stands at the same place with each keystroke stays the same object.
 */
export function textRequirement(source: PlacedToml, entry: TomlEntry, place: RequirementPlace): Requirement {
  const { line, character } = source.spanOf(entry.range).start;
  const written = source.text.slice(entry.range.start, entry.range.end);
  const key = [line, character, place.role, place.section, source.file, written].join('\n');
  return recall(key, () => readString(source, entry, place));
}

const recall = memory<Requirement>();

function readString(source: PlacedToml, entry: TomlEntry, { section, role }: RequirementPlace): Requirement {
  const text = ownText(String(entry.value));
  const option = section.startsWith('tool.pdm.') ? EDITABLE.exec(text)?.[0].length : undefined;
  const start = option ?? 0;
  const spanOf = (range: Range) => source.spanOf(entry.rangeOf(start + range.start, start + range.end));
  const written = text.slice(start);
  const bare = option === undefined ? null : readUnnamed(written.trimEnd(), true, spanOf);
  const { name, nameSpan, extras, specifier, clauses, specifierSpan, reference, marker, pin, problem } =
    bare ?? readNamed(written, source.file, spanOf);
  return {
    file: source.file,
    section,
    role,
    syntax: 'pep508',
    raw: text.trim(),
    span: source.spanOf(contentRange(entry)),
    name,
    nameSpan,
    extras,
    specifier,
    clauses,
    specifierSpan,
    reference,
    marker,
    pin,
    problem: problem && problemInString(source, entry, problem),
    hashes: [],
    isEditable: option !== undefined,
  };
}

const EDITABLE = /^\s*(?:-e|--editable)(?:\s+|=)/;
