import { visibleText } from '../text/visibleText.ts';

/** What the parser's grammar would have taken at the place of a fault. */
export interface TomlExpectation {
  readonly text?: unknown;
}

type Fits = (expected: ReadonlySet<unknown>, found: string | null) => boolean;

/**
 * The parser lists every token it would have taken, which nobody can read. These are the faults that people make,
 * told by what is in that list; the first that fits is said.
 */
const faults: readonly (readonly [Fits, string])[] = [
  [(_, found) => isControlCharacter(found), 'A control character may not stand here; in a string, write it as an escape such as \\u0001.'],
  [(expected, found) => isInString(expected) && found === null, 'This string is never closed.'],
  [(expected, found) => isInString(expected) && isLineEnd(found), 'This string is not closed on its line: a quotation mark is missing.'],
  [(expected, found) => expected.has('true') && isLineEnd(found ?? '\n'), 'A value is missing.'],
  [expected => expected.has('true'), 'This is no value: a string needs quotes around it.'],
  [(expected, found) => expected.has(']') && expected.has(',') && isLineEnd(found ?? '\n'), 'This list is never closed: ] is missing.'],
  [expected => expected.has(']') && expected.has(','), 'A comma is missing between two values, or ] after the last.'],
  [expected => expected.has('}'), 'A comma is missing between two values, or } after the last.'],
  [expected => expected.has(']'), 'The name of this table is not closed: ] is missing.'],
  [expected => expected.has(':'), 'This is neither a number nor a time: a number does not begin with 0.'],
  [expected => expected.has('='), '= is missing after the key.'],
  [expected => expected.has('\n') && expected.has('['), 'No line begins like this: a key, a table in [ ] or a comment is expected.'],
  [expected => expected.has('\n') && expected.has('#'), 'The line goes on after its value: begin a new line.'],
  [expected => expected.has('\n'), 'A line ends with LF or CRLF, not with CR alone.'],
];

/** A short sentence on a fault of grammar. */
export function explainGrammar(expected: readonly TomlExpectation[], found: string | null): string {
  const texts = new Set(expected.map(expectation => expectation.text));
  const fault = faults.find(([fits]) => fits(texts, found));
  if (fault) return fault[1];
  if (found === null) return 'The file ends in the middle of a value.';
  return isLineEnd(found) ? 'The line ends in the middle of a value.' : `"${visibleText(found)}" may not stand here.`;
}

/** The parser's own words on its other rules are plain, but for this one. */
export function explainRule(message: string): string {
  const [, key] = /^Cannot redefine existing key '(.*)'\.$/s.exec(message) ?? [];
  if (key !== undefined) return `"${visibleText(key)}" is given twice.`;
  return visibleText(message).replace(/\.?$/, '.');
}

/** Inside a string the parser waits for an escape or for the closing mark, but for no value and no key. */
function isInString(expected: ReadonlySet<unknown>): boolean {
  return expected.has('\\u') || (!expected.has('[') && !expected.has('"') && (expected.has("'") || expected.has("'''")));
}

function isLineEnd(found: string | null): boolean {
  return found === '\n' || found === '\r';
}

function isControlCharacter(found: string | null): boolean {
  return found !== null && /[^\P{Cc}\t\n\r]/u.test(found);
}
