import type { Range } from '../toml/scanToml.ts';
import { skipBlanks } from './blanks.ts';
import type { SyntaxProblem } from './parsedRequirement.ts';
import { readIdentifier } from './readIdentifier.ts';
import { insertion, quoted, syntaxProblem } from './syntaxProblem.ts';

/** The extras in brackets; `range` is null where there are no brackets. */
export interface ExtrasReading {
  readonly extras: readonly string[];
  readonly range: Range | null;
  readonly problem: SyntaxProblem | null;
}

/** Reads `[one, two]` at `start` (PEP 508, Extras); the brackets may be empty. */
export function readExtras(text: string, start: number): ExtrasReading {
  if (text.charAt(start) !== '[') return { extras: [], range: null, problem: null };
  const extras: string[] = [];
  let offset = skipBlanks(text, start + 1);
  let last = start + 1;
  for (;;) {
    const extra = readIdentifier(text, offset);
    if (extra === '') break;
    extras.push(extra);
    last = offset + extra.length;
    offset = skipBlanks(text, last);
    if (text.charAt(offset) !== ',') break;
    offset = skipBlanks(text, offset + 1);
    if (readIdentifier(text, offset) === '') return broken(text, start, offset, last, extras);
  }
  if (text.charAt(offset) !== ']') return broken(text, start, offset, last, extras);
  return { extras, range: { start, end: offset + 1 }, problem: null };
}

function broken(text: string, start: number, offset: number, last: number, extras: readonly string[]): ExtrasReading {
  return { extras, range: { start, end: offset }, problem: explain(text, start, offset, last, extras.length > 0) };
}

function explain(text: string, start: number, offset: number, last: number, isAfterExtra: boolean): SyntaxProblem {
  const found = text.charAt(offset);
  if (found === '' || found === ';')
    return syntaxProblem('The bracket of the extras is never closed.', { start, end: last }, insertion(last, ']'));
  if (isAfterExtra && readIdentifier(text, offset) !== '')
    return syntaxProblem('A comma is missing between two extras.', { start: offset, end: offset + 1 }, insertion(last, ','));
  const character = String.fromCodePoint(text.codePointAt(offset) ?? 0);
  const range = { start: offset, end: offset + character.length };
  return syntaxProblem(
    `${quoted(character)} cannot stand here: an extra is a name of ASCII letters and digits, and a comma parts two.`,
    range,
  );
}
