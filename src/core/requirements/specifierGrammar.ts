import { specifierOperators, type SpecifierOperator } from '../documents/requirement.ts';
import { trimWhite, WHITE } from '../versions/whiteSpace.ts';
import type { WrittenClause } from './parsedRequirement.ts';

const BLANKS = `[${WHITE}]*`;
const START = `${BLANKS}v?(?:[0-9]+!)?[0-9]+`;
const PUBLIC = [
  '(?:[-_.]?(?:alpha|beta|preview|pre|a|b|c|rc)[-_.]?[0-9]*)?',
  '(?:-[0-9]+|[-_.]?(?:post|rev|r)[-_.]?[0-9]*)?',
  '(?:[-_.]?dev[-_.]?[0-9]*)?',
].join('');
const LOCAL = '(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?';

/** What each kind of operator takes (PEP 440, Version specifiers); `===` takes any text. */
const CLAUSE = [
  `===${BLANKS}[^${WHITE};)]*`,
  `[=!]=${START}(?:\\.[0-9]+)*(?:\\.\\*|${PUBLIC}${LOCAL})`,
  `~=${START}(?:\\.[0-9]+)+${PUBLIC}`,
  `[<>]=?${START}(?:\\.[0-9]+)*${PUBLIC}`,
].join('|');

/** The longest clause at a place. */
export const CLAUSE_HERE = new RegExp(CLAUSE, 'iy');
const WHOLE_CLAUSE = new RegExp(`^(?:${CLAUSE})$`, 'i');

/** Null where the text, from `start` on, is no single valid clause. */
export function readClause(written: string, start: number): WrittenClause | null {
  const operator = operatorOf(written);
  if (operator === null || !WHOLE_CLAUSE.test(written)) return null;
  return { operator, version: trimWhite(written.slice(operator.length)), range: { start, end: start + written.length } };
}

/** The operator that a text starts with. */
export function operatorOf(written: string): SpecifierOperator | null {
  return specifierOperators.find(operator => written.startsWith(operator)) ?? null;
}
