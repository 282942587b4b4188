import { nothingRead } from '../documents/nothingRead.ts';
import type { Requirement, RequirementRole, WrittenHash } from '../documents/requirement.ts';
import { memory, ownText } from '../text/remembered.ts';
import type { Range } from '../toml/scanToml.ts';
import type { FileLine } from './fileLine.ts';
import { readHash } from './hashOption.ts';
import { findLineFault } from './lineFault.ts';
import { readNamed } from './readNamed.ts';
import { readUnnamed } from './readUnnamed.ts';
import type { RequirementText } from './requirementText.ts';

/** What the file is for; pip reads all three alike. */
export type RequirementsFileKind = 'requirements' | 'constraints' | 'input';

const roles: Readonly<Record<RequirementsFileKind, RequirementRole>> = {
  requirements: 'requirements',
  constraints: 'constraint',
  input: 'input',
};

/**
 * The requirement on a line, null where there is none; a line that pip cannot read is one with a problem. What stands at
 * the same place with each keystroke stays the same object.
 */
export function readRequirementLine(line: FileLine, file: string, kind: RequirementsFileKind): Requirement | null {
  const { start } = line.spanOf({ start: 0, end: 0 });
  const key = [start.line, start.character, kind, file, line.written].join('\n');
  return recall(key, () => read({ ...line, text: ownText(line.text) }, file, kind));
}

const recall = memory<Requirement | null>();

function read(line: FileLine, file: string, kind: RequirementsFileKind): Requirement | null {
  const subject = subjectOf(line);
  const fault = findLineFault(line.text, line.split);
  if (subject === null && fault === null) return null;
  const range = subject ?? { start: 0, end: line.text.length };
  const isEditable = line.split.requirement === null && subject !== null;
  const parts = subject === null ? { ...nothingRead, problem: null } : readText(line, subject, isEditable, file);
  return {
    file,
    section: kind,
    role: roles[kind],
    syntax: 'pep508',
    raw: line.text.slice(range.start, range.end),
    span: line.spanOf(range),
    ...parts,
    problem: parts.problem ?? (fault === null ? null : { message: fault.message, span: line.spanOf(fault.range), repair: null }),
    hashes: hashesOf(line),
    isEditable,
  };
}

/** Without a backslash at the line's end, of which the fault tells. */
function withoutOpenEnd(text: string, { start, end }: Range): Range {
  const isOpen = end === text.length && text.endsWith('\\');
  return { start, end: start + (isOpen ? text.slice(start, end - 1).trimEnd().length : end - start) };
}

/** What stands before the options, or else what `-e` names; only its first counts. */
function subjectOf({ text, split: { requirement, options } }: FileLine): Range | null {
  const editable = options.find(({ known }) => known.name === '--editable');
  if (requirement !== null) return withoutOpenEnd(text, requirement);
  if (!editable?.valueRange) return null;
  const { start, end } = editable.valueRange;
  const isQuoted = /^(["']).*\1$/s.test(text.slice(start, end));
  return isQuoted ? { start: start + 1, end: end - 1 } : { start, end };
}

function readText(line: FileLine, { start, end }: Range, isEditable: boolean, file: string): RequirementText {
  const text = line.text.slice(start, end);
  const spanOf = (range: Range) => line.spanOf({ start: start + range.start, end: start + range.end });
  return readUnnamed(text, isEditable, spanOf) ?? readNamed(text, file, spanOf);
}

function hashesOf(line: FileLine): readonly WrittenHash[] {
  return line.split.options.flatMap(({ known, value, range }) => {
    const hash = known.name === '--hash' ? readHash(value ?? '') : null;
    return hash === null || 'message' in hash ? [] : [{ ...hash, span: line.spanOf(range) }];
  });
}
