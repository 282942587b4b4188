import type { MarkerToken } from './markerTokens.ts';
import { matchAt } from './blanks.ts';
import type { SyntaxProblem } from './parsedRequirement.ts';
import { insertion, quoted, replacement, syntaxProblem } from './syntaxProblem.ts';

const NUMBER = /[0-9]+(?:\.[0-9]+)*(?:\.\*)?(?=[ \t)]|$)/y;
const BARE_WORD = /[A-Za-z0-9][A-Za-z0-9._*-]*(?=[ \t)]|$)/y;
const OPERATOR = /[=<>!~&|]+/y;

/** What a person most likely meant. */
const typos: ReadonlyMap<string, string> = new Map([
  ['=', '=='],
  ['=>', '>='],
  ['=<', '<='],
  ['=!', '!='],
  ['<>', '!='],
  ['&&', 'and'],
  ['&', 'and'],
  ['||', 'or'],
  ['|', 'or'],
]);

/** What could not be found: the left side of a comparison, its operator, its right side, or what joins two comparisons. */
export type MarkerExpectation = 'variable' | 'operator' | 'value' | 'junction';

/** Why a token cannot stand where something else should. `open` is the offset of a parenthesis that is not closed. */
export function explainMarker(text: string, found: MarkerToken, expected: MarkerExpectation, open?: number): SyntaxProblem {
  if (found.kind === 'end') return explainEnd(found.end, expected, open);
  return explainTypo(text, found, expected) ?? explainBareValue(text, found, expected) ?? explainOther(text, found, expected);
}

function explainEnd(end: number, expected: MarkerExpectation, open: number | undefined): SyntaxProblem {
  if (open !== undefined) return syntaxProblem('The parenthesis of the marker is never closed.', { start: open, end }, insertion(end, ')'));
  const missing = expected === 'operator' ? 'an operator' : 'a variable or a value in quotes';
  return syntaxProblem(`The marker ends too early: ${missing} is missing.`, { start: Math.max(end - 1, 0), end });
}

function explainTypo(text: string, { start }: MarkerToken, expected: MarkerExpectation): SyntaxProblem | null {
  const run = matchAt(OPERATOR, text, start);
  const meant = expected === 'operator' || expected === 'junction' ? typos.get(run) : undefined;
  if (meant === undefined) return null;
  const place = { start, end: start + run.length };
  return syntaxProblem(`${quoted(run)} is no operator of a marker; ${quoted(meant)} is.`, place, replacement(text, place, meant));
}

function explainBareValue(text: string, { start }: MarkerToken, expected: MarkerExpectation): SyntaxProblem | null {
  if (expected === 'operator' || expected === 'junction') return null;
  const value = matchAt(expected === 'value' ? BARE_WORD : NUMBER, text, start);
  if (value === '') return null;
  const range = { start, end: start + value.length };
  return syntaxProblem(`A value in a marker stands in quotes: "${value}".`, range, {
    title: `Put ${value} in quotes`,
    range,
    newText: `"${value}"`,
  });
}

function explainOther(text: string, { start, end }: MarkerToken, expected: MarkerExpectation): SyntaxProblem {
  if (/["']/.test(text.charAt(start)) && end === start + 1) return syntaxProblem('The quote is never closed.', { start, end: text.length });
  return syntaxProblem(`${quoted(text.slice(start, end))} cannot stand here: ${expectations[expected]}`, { start, end });
}

const COMPARISON = 'a marker compares variables such as python_version with values in quotes.';

const expectations: Readonly<Record<MarkerExpectation, string>> = {
  variable: COMPARISON,
  operator: 'one of ==, !=, >=, <=, >, <, ~=, ===, in, not in was expected.',
  value: COMPARISON,
  junction: '"and", "or" or the end of the marker was expected.',
};
