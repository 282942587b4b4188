import type { SpecifierOperator } from '../documents/requirement.ts';
import type { Range } from '../toml/scanToml.ts';
import { readVersionParts } from '../versions/versionParts.ts';
import { matchAt, skipBlanks } from './blanks.ts';
import { explainOperator } from './explainOperator.ts';
import type { RangeRepair, SyntaxProblem, WrittenClause } from './parsedRequirement.ts';
import { CLAUSE_HERE, readClause } from './specifierGrammar.ts';
import { insertion, quoted, replacement, syntaxProblem } from './syntaxProblem.ts';

const RUN = /[=<>!~^]+/y;
const VERSION = /[^ \t,;()[\]]*/y;

/** Why no clause can be read at `at`, where one or the end should be. `previous` is the clause before it; nothing from `end` on counts. */
export function explainClause(whole: string, at: number, previous: WrittenClause | null, end: number = whole.length): SyntaxProblem {
  const text = whole.slice(0, end);
  if (previous !== null && previous.range.end === at) return explainRunOn(text, previous);
  if (previous !== null && matchAt(CLAUSE_HERE, text, at) !== '') return explainMissingComma(text, at, previous);
  const clause = readClause(matchAt(CLAUSE_HERE, text, at), at);
  if (clause !== null) return explainClause(text, skipBlanks(text, clause.range.end), clause);
  const run = matchAt(RUN, text, at);
  if (run !== '') return explainOperator(text, at, run) ?? explainVersion(text, at, run as SpecifierOperator);
  return explainOther(text, at, previous !== null);
}

function explainMissingComma(text: string, at: number, previous: WrittenClause): SyntaxProblem {
  const range = { start: at, end: at + matchAt(CLAUSE_HERE, text, at).length };
  return syntaxProblem('A comma is missing between two clauses of the specifier.', range, insertion(previous.range.end, ','));
}

/** A version that goes on where the grammar ends it: `>=1.0.x`. */
function explainRunOn(text: string, { operator, range }: WrittenClause): SyntaxProblem {
  const following = matchAt(RUN, text, range.end);
  if (following !== '' && matchAt(CLAUSE_HERE, text, range.end) !== '')
    return syntaxProblem(
      'A comma is missing between two clauses of the specifier.',
      { start: range.end, end: range.end + following.length },
      insertion(range.end, ','),
    );
  return /[,;()[\]]/.test(text.charAt(range.end)) ? explainOther(text, range.end, true) : explainVersion(text, range.start, operator);
}

function explainVersion(text: string, start: number, operator: SpecifierOperator): SyntaxProblem {
  const from = skipBlanks(text, start + operator.length);
  const version = matchAt(VERSION, text, from);
  const range = { start, end: from + version.length };
  const place = { start: from, end: range.end };
  if (version === '') return syntaxProblem(`${quoted(operator)} needs a version after it.`, { start, end: start + operator.length });
  const because = versionFaults.find(({ isIt }) => isIt(operator, version));
  if (because !== undefined) return syntaxProblem(because.message, range, because.repair(text, place, version));
  return syntaxProblem(`${quoted(version)} is no version (PEP 440).`, place, repairWildcard(text, place, operator, version));
}

interface VersionFault {
  readonly message: string;
  isIt(operator: SpecifierOperator, version: string): boolean;
  repair(text: string, place: Range, version: string): RangeRepair | null;
}

const versionFaults: readonly VersionFault[] = [
  {
    message: 'The suffix ".*" goes with "==" and "!=" only.',
    isIt: (operator, version) => isWildcard(version) && operator !== '==' && operator !== '!=',
    repair: (text, place, version) => replacement(text, place, version.slice(0, -2)),
  },
  {
    message: 'The suffix ".*" goes with a version of numbers only: not with a pre-release, post-release, development or local one.',
    isIt: (_operator, version) => isWildcard(version),
    repair: () => null,
  },
  {
    message: 'A local version (the part after "+") goes with "==" and "!=" only.',
    isIt: (operator, version) => operator !== '==' && operator !== '!=' && (readVersionParts(version)?.local ?? null) !== null,
    repair: (text, place, version) => replacement(text, place, version.slice(0, version.indexOf('+'))),
  },
  {
    message: '"~=" needs a version of at least two numbers: the last one may rise.',
    isIt: (operator, version) => operator === '~=' && readVersionParts(version)?.release.length === 1,
    repair: (text, place, version) => (/^[0-9]+$/.test(version) ? replacement(text, place, `${version}.0`) : null),
  },
];

function isWildcard(version: string): boolean {
  return version.endsWith('.*') && readVersionParts(version.slice(0, -2)) !== null;
}

/** `==1.x` is how others write `==1.*`. */
function repairWildcard(text: string, place: Range, operator: SpecifierOperator, version: string): RangeRepair | null {
  const release = /^([0-9]+(?:\.[0-9]+)*)\.[xX]$/.exec(version)?.[1];
  return release !== undefined && (operator === '==' || operator === '!=') ? replacement(text, place, `${release}.*`) : null;
}

function explainOther(text: string, at: number, isAfterClause: boolean): SyntaxProblem {
  const word = matchAt(VERSION, text, at);
  const range = { start: at, end: Math.max(at + word.length, Math.min(at + 1, text.length)) };
  if (!isAfterClause && readVersionParts(word) !== null)
    return syntaxProblem(`The version ${quoted(word)} needs an operator before it.`, range, insertion(at, '=='));
  if (text.charAt(at) === '[') return syntaxProblem('Extras stand right behind the name, before the version specifier.', range);
  const expected = isAfterClause ? '"," with a further clause, ";" with a marker' : 'a version specifier, ";" with a marker';
  return syntaxProblem(`${quoted(text.slice(range.start, range.end))} cannot stand here: ${expected} or the end was expected.`, range);
}
