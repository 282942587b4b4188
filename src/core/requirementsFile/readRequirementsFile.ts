import type { DependencyDocument, FileInclude, FileOption, IndexReference, SuppressionComment } from '../documents/dependencyDocument.ts';
import { readSuppression } from '../documents/suppressionComment.ts';
import { fileLinesOf, type FileLine, type SpanOf } from './fileLine.ts';
import { includeTarget } from './includeTarget.ts';
import type { LogicalLine } from './logicalLines.ts';
import { readRequirementLine, type RequirementsFileKind } from './readRequirementLine.ts';
import type { LineOption } from './splitLine.ts';

/** Reads a requirements file as pip does; every line that pip would refuse is a requirement with a problem. */
export function readRequirementsFile(file: string, kind: RequirementsFileKind, text: string): DependencyDocument {
  const { logical, lines, spanOf } = fileLinesOf(text);
  const options = lines.filter(hasNoRequirement).flatMap(line => line.split.options.map(option => ({ line, option })));
  return {
    file,
    kind,
    text,
    requirements: lines.flatMap(line => readRequirementLine(line, file, kind) ?? []),
    problems: [],
    indexes: options.flatMap(({ line, option }) => indexReference(line, option)),
    suppressions: suppressionsOf(logical, spanOf),
    includes: lines.filter(hasNoRequirement).flatMap(line => includesOf(line, file)),
    groups: [],
    options: options.map(({ line, option }) => fileOption(line, option)),
    toml: null,
  };
}

/** Behind a requirement pip passes over such options. */
function hasNoRequirement({ split: { requirement, options } }: FileLine): boolean {
  return requirement === null && options.every(({ known }) => known.name !== '--editable');
}

function indexReference(line: FileLine, option: LineOption): readonly IndexReference[] {
  const role = indexRoles.get(option.known.name);
  if (role === undefined || option.value === null) return [];
  return [{ url: option.value, span: line.spanOf(option.valueRange ?? option.range), role, name: null, unverifiedSpan: null }];
}

const indexRoles: ReadonlyMap<string, IndexReference['role']> = new Map([
  ['--index-url', 'primary'],
  ['--extra-index-url', 'extra'],
  ['--find-links', 'links'],
]);

/** pip follows one inclusion a line, `-r` before `-c`, and none behind a requirement. */
function includesOf(line: FileLine, file: string): readonly FileInclude[] {
  const { options } = line.split;
  const [first] = [...named(options, '--requirement'), ...named(options, '--constraint')];
  if (first === undefined) return [];
  const written = first.value ?? '';
  const kind = first.known.name === '--requirement' ? 'requirements' : 'constraints';
  return [{ kind, target: includeTarget(file, written), written, span: line.spanOf(first.range) }];
}

function named(options: readonly LineOption[], name: string): readonly LineOption[] {
  return options.filter(({ known }) => known.name === name);
}

function fileOption(line: FileLine, option: LineOption): FileOption {
  return { name: option.known.name, value: option.value, span: line.spanOf(option.range) };
}

/** A comment behind a requirement speaks for it; one that stands alone for the next line that is no comment. */
function suppressionsOf(lines: readonly LogicalLine[], spanOf: SpanOf): readonly SuppressionComment[] {
  let next: LogicalLine | null = null;
  const found: SuppressionComment[] = [];
  for (const line of lines.toReversed()) {
    if (line.text !== '') next = line;
    if (line.comment === null) continue;
    const span = spanOf(line.comment.range);
    const about = next === null ? span.start.line + 1 : spanOf(next.inFile({ start: 0, end: 1 })).start.line;
    const suppression = readSuppression(line.comment.text, about, span);
    if (suppression !== null) found.push(suppression);
  }
  return found.reverse();
}
