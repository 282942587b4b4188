import type { Range } from '../toml/scanToml.ts';
import { endWithoutBlanks, matchAt, skipBlanks } from './blanks.ts';
import { explainClause } from './explainClause.ts';
import { parseMarker } from './parseMarker.ts';
import type { ParsedRequirement, SyntaxProblem, WrittenClause } from './parsedRequirement.ts';
import { readClauses } from './readClauses.ts';
import { readExtras } from './readExtras.ts';
import { readName } from './readName.ts';
import { insertion, quoted, syntaxProblem } from './syntaxProblem.ts';

const NOTHING: ParsedRequirement = {
  name: null,
  nameRange: null,
  extras: [],
  extrasRange: null,
  clauses: [],
  specifierRange: null,
  url: null,
  urlRange: null,
  marker: null,
  markerRange: null,
  problem: null,
};
const URL_HERE = /[^ \t]+/y;

/** Reads a dependency specifier (PEP 508) as `packaging` does. Never throws; of an invalid text it gives what can be read, and the first fault. */
export function parseRequirement(text: string): ParsedRequirement {
  const { name, range: nameRange, problem: nameProblem } = readName(text);
  if (name === null) return { ...NOTHING, problem: nameProblem };
  const { extras, range: extrasRange, problem } = readExtras(text, skipBlanks(text, nameRange.end));
  const head = { ...NOTHING, name, nameRange, extras, extrasRange };
  const end = extrasRange?.end ?? nameRange.end;
  if (problem !== null) return { ...head, problem };
  const start = skipBlanks(text, end);
  return text.charAt(start) === '@' ? readReference(text, start, head) : readSpecifier(text, start, { ...head, specifierRange: at(end) });
}

function readReference(text: string, sign: number, head: ParsedRequirement): ParsedRequirement {
  const start = skipBlanks(text, sign + 1);
  const url = matchAt(URL_HERE, text, start);
  if (url === '') return { ...head, problem: syntaxProblem('The URL after "@" is missing.', { start: sign, end: sign + 1 }) };
  const urlRange = { start, end: start + url.length };
  const rest = skipBlanks(text, urlRange.end);
  const requirement = { ...head, url, urlRange };
  if (rest === text.length || text.charAt(rest) === ';') return readMarker(text, rest, requirement);
  return { ...requirement, problem: explainAfterUrl(text, urlRange, rest) };
}

function explainAfterUrl(text: string, { end }: Range, rest: number): SyntaxProblem {
  if (text.charAt(end - 1) === ';')
    return syntaxProblem(
      'A blank is needed between the URL and ";", which is taken for a part of it.',
      { start: end - 1, end },
      insertion(end - 1, ' '),
    );
  const range = { start: rest, end: text.length };
  return syntaxProblem(`${quoted(text.slice(rest))} cannot stand here: ";" with a marker or the end was expected after the URL.`, range);
}

function readSpecifier(text: string, start: number, head: ParsedRequirement): ParsedRequirement {
  const isEnclosed = text.charAt(start) === '(';
  const inside = isEnclosed ? skipBlanks(text, start + 1) : start;
  const { clauses, end, problem } = readClauses(text, inside);
  const specifierRange = rangeOf(clauses) ?? (isEnclosed ? at(start + 1) : head.specifierRange);
  const requirement = { ...head, clauses, specifierRange };
  if (problem !== null) return withMarkerAfter(text, end, { ...requirement, problem });
  if (isEnclosed && text.charAt(end) !== ')')
    return withMarkerAfter(text, end, { ...requirement, problem: explainOpen(text, start, end, clauses) });
  const rest = isEnclosed ? skipBlanks(text, end + 1) : end;
  if (rest === text.length || text.charAt(rest) === ';') return readMarker(text, rest, requirement);
  return withMarkerAfter(text, rest, { ...requirement, problem: explainClause(text, rest, isEnclosed ? null : (clauses.at(-1) ?? null)) });
}

function explainOpen(text: string, start: number, end: number, clauses: readonly WrittenClause[]): SyntaxProblem {
  if (end !== text.length && text.charAt(end) !== ';') return explainClause(text, end, clauses.at(-1) ?? null);
  const last = clauses.at(-1)?.range.end ?? start + 1;
  return syntaxProblem('The parenthesis of the specifier is never closed.', { start, end: last }, insertion(last, ')'));
}

/** Behind a fault in the specifier: the first `;` still starts the marker. The first fault stays the one that is told. */
function withMarkerAfter(text: string, start: number, requirement: ParsedRequirement): ParsedRequirement {
  const semicolon = text.indexOf(';', start);
  return semicolon === -1 ? requirement : { ...readMarker(text, semicolon, requirement), problem: requirement.problem };
}

/** `start` is that of the `;`, or the text's end. */
function readMarker(text: string, start: number, requirement: ParsedRequirement): ParsedRequirement {
  if (start === text.length) return requirement;
  const { problem } = parseMarker(text, start + 1);
  const first = skipBlanks(text, start + 1);
  const markerRange = { start: first, end: endWithoutBlanks(text, first) };
  const marker = text.slice(markerRange.start, markerRange.end);
  return { ...requirement, marker: marker === '' ? null : marker, markerRange: marker === '' ? null : markerRange, problem };
}

function rangeOf(clauses: readonly WrittenClause[]): Range | null {
  const first = clauses[0];
  const last = clauses.at(-1);
  return first === undefined || last === undefined ? null : { start: first.range.start, end: last.range.end };
}

function at(offset: number): Range {
  return { start: offset, end: offset };
}
