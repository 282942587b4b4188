import { specifierOperators } from '../documents/requirement.ts';
import { matchAt } from './blanks.ts';
import type { SyntaxProblem } from './parsedRequirement.ts';
import { poetryConstraint } from './poetryConstraint.ts';
import { specifierText } from './specifierText.ts';
import { quoted, replacement, syntaxProblem } from './syntaxProblem.ts';

const VERSION = /[^ \t,;()]*/y;
const SPACED = /([<>=!~])[ \t]+=(?![=<>!~^])/y;

/** What a person most likely meant. */
const typos: ReadonlyMap<string, string> = new Map([
  ['=', '=='],
  ['=>', '>='],
  ['=<', '<='],
  ['=!', '!='],
  ['=~', '~='],
  ['<>', '!='],
  ['!', '!='],
  ['>==', '>='],
  ['<==', '<='],
  ['!==', '!='],
  ['~==', '~='],
]);

/** Why `run`, the operator characters at `at`, is no operator; null where it is one. */
export function explainOperator(text: string, at: number, run: string): SyntaxProblem | null {
  const spaced = matchAt(SPACED, text, at);
  if (spaced !== '') return explainSpaced(text, at, spaced);
  if (specifierOperators.some(operator => operator === run)) return null;
  if (run === '^' || run === '~') return explainForeign(text, at, run);
  const range = { start: at, end: at + run.length };
  const meant = typos.get(run);
  const message = `${quoted(run)} is no operator; ${meant === undefined ? 'those are ==, !=, >=, <=, >, <, ~= and ===' : `${quoted(meant)} is`}.`;
  return syntaxProblem(message, range, meant === undefined ? null : replacement(text, range, meant));
}

function explainSpaced(text: string, at: number, spaced: string): SyntaxProblem {
  const range = { start: at, end: at + spaced.length };
  return syntaxProblem('An operator is written without blanks inside.', range, replacement(text, range, `${spaced.charAt(0)}=`));
}

/** Poetry's and npm's operators, said in PEP 440. */
function explainForeign(text: string, at: number, run: string): SyntaxProblem {
  const range = { start: at, end: at + run.length + matchAt(VERSION, text, at + run.length).length };
  const written = text.slice(range.start, range.end);
  const { clauses } = poetryConstraint(written);
  const same = run === '~' && /^~[0-9]+\.[0-9]+\.[0-9]+$/.test(written) ? `~=${written.slice(1)}` : specifierText(clauses);
  const message = `${quoted(run)} is an operator of Poetry and npm; a requirement (PEP 440) has none like it.`;
  return syntaxProblem(message, range, same === '' ? null : replacement(text, range, same));
}
