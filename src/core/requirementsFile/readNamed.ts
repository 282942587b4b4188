import type { RequirementProblem } from '../documents/requirement.ts';
import { normalizeName } from '../names/normalizeName.ts';
import type { ParsedRequirement, SyntaxProblem } from '../requirements/parsedRequirement.ts';
import { parseRequirement } from '../requirements/parseRequirement.ts';
import { pinOf } from '../requirements/pinClass.ts';
import { specifierText } from '../requirements/specifierText.ts';
import { remembered } from '../text/remembered.ts';
import type { Range } from '../toml/scanToml.ts';
import type { SpanOf } from './fileLine.ts';
import { placedReference } from './placedReference.ts';
import type { RequirementText } from './requirementText.ts';

/** A requirement by name (PEP 508). */
export function readNamed(text: string, file: string, spanOf: SpanOf): RequirementText {
  const { name, nameRange, extras, specifier, clauses, specifierRange, urlRange, marker, pin, problem } = readText(text);
  const reference = urlRange === null ? null : placedReference(text, urlRange, spanOf);
  return {
    name,
    nameSpan: nameRange === null ? null : spanOf(nameRange),
    extras,
    specifier,
    clauses,
    specifierSpan: specifierRange === null ? null : spanOf(specifierRange),
    reference,
    marker,
    pin: reference === null ? pin : pinOf(clauses, reference),
    problem: problem === null ? null : placedProblem(problem, file, spanOf),
  };
}

/** What a requirement says wherever it stands. */
const readText = remembered(text => {
  const parsed = parse(text);
  const clauses = parsed.clauses.map(({ operator, version }) => ({ operator, version }));
  const name = parsed.name === null ? null : normalizeName(parsed.name);
  return { ...parsed, name, clauses, specifier: specifierText(clauses), pin: pinOf(clauses) };
});

/** pip takes a marker off at the first semicolon before it reads the rest, so that a URL ends there without a blank too. */
function parse(text: string): ParsedRequirement {
  const parsed = parseRequirement(text);
  const { urlRange } = parsed;
  const semicolon = urlRange === null ? -1 : text.slice(0, urlRange.end).indexOf(';', urlRange.start);
  if (semicolon <= 0) return parsed;
  const { url, marker, markerRange, problem } = parseRequirement(`${text.slice(0, semicolon)} ${text.slice(semicolon)}`);
  const moved = (range: Range): Range => ({ start: range.start - 1, end: range.end - 1 });
  return {
    ...parsed,
    url,
    urlRange: { start: urlRange?.start ?? 0, end: semicolon },
    marker,
    markerRange: markerRange === null ? null : moved(markerRange),
    problem: problem === null ? null : { ...problem, range: moved(problem.range), repair: null },
  };
}

function placedProblem({ message, range, repair }: SyntaxProblem, file: string, spanOf: SpanOf): RequirementProblem {
  if (repair === null) return { message, span: spanOf(range), repair };
  const edits = [{ file, span: spanOf(repair.range), newText: repair.newText }];
  return { message, span: spanOf(range), repair: { title: repair.title, edits } };
}
