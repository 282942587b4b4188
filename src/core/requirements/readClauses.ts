import { withoutWhite } from '../versions/whiteSpace.ts';
import { matchAt, skipBlanks } from './blanks.ts';
import type { SyntaxProblem, WrittenClause } from './parsedRequirement.ts';
import { explainClause } from './explainClause.ts';
import { CLAUSE_HERE, readClause } from './specifierGrammar.ts';

/** `end` is the offset of what follows, after blanks. */
export interface ClausesReading {
  readonly clauses: readonly WrittenClause[];
  readonly end: number;
  readonly problem: SyntaxProblem | null;
}

/** Clauses with commas between them, from `start` on, as far as they go; a comma after the last is no fault. */
export function readClauses(text: string, start: number): ClausesReading {
  const clauses: WrittenClause[] = [];
  let offset = start;
  for (;;) {
    const written = matchAt(CLAUSE_HERE, text, offset);
    if (written === '') return { clauses, end: offset, problem: null };
    const { parts, problem } = splitAtCommas(text, offset, offset + written.length);
    for (const part of parts) clauses.push(part);
    offset = skipBlanks(text, offset + written.length);
    if (problem !== null || text.charAt(offset) !== ',') return { clauses, end: offset, problem };
    offset = skipBlanks(text, offset + 1);
  }
}

/** `===` takes commas for a part of its version; they part clauses all the same, and need no clause between them. */
export function splitAtCommas(
  text: string,
  start: number,
  end: number,
): { readonly parts: readonly WrittenClause[]; readonly problem: SyntaxProblem | null } {
  const parts: WrittenClause[] = [];
  let offset = start;
  while (offset <= end) {
    const comma = text.indexOf(',', offset);
    const limit = comma === -1 || comma > end ? end : comma;
    const place = withoutWhite(text, offset, limit);
    const clause = place.start === place.end ? null : readClause(text.slice(place.start, place.end), place.start);
    if (clause !== null) parts.push(clause);
    else if (place.start < place.end) return { parts, problem: explainClause(text, place.start, null, place.end) };
    offset = limit + 1;
  }
  return { parts, problem: null };
}
