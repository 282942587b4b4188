import type { Range } from '../toml/scanToml.ts';
import { matchAt, skipBlanks } from './blanks.ts';
import type { SyntaxProblem } from './parsedRequirement.ts';
import { readIdentifier } from './readIdentifier.ts';
import { quoted, replacement, syntaxProblem } from './syntaxProblem.ts';

/** The name at the start of a requirement, or why there is none. */
export interface NameReading {
  readonly name: string | null;
  readonly range: Range;
  readonly problem: SyntaxProblem | null;
}

const ADDRESS = /(?:[A-Za-z][A-Za-z0-9+.-]*:\/\/|(?:git|hg|svn|bzr)\+|file:)[^ \t]*/y;
const PATH = /(?:\.{0,2}[/\\]|~[/\\]|[A-Za-z]:[/\\])[^ \t]*|\.{1,2}(?=[ \t]*$)/y;
const WORD = /[^ \t<>=!~^;,@[\]()]+/y;

export function readName(text: string): NameReading {
  const start = skipBlanks(text, 0);
  const place = explainAddress(text, start);
  if (place !== null) return place;
  const name = readIdentifier(text, start);
  if (name === '') return nameless(explainMissing(text, start));
  return { name, range: { start, end: start + name.length }, problem: null };
}

function nameless(problem: SyntaxProblem): NameReading {
  return { name: null, range: problem.range, problem };
}

function explainAddress(text: string, start: number): NameReading | null {
  const address = matchAt(ADDRESS, text, start);
  const path = matchAt(PATH, text, start);
  if (address === '' && path === '') return null;
  const range = { start, end: start + (address || path).length };
  if (path !== '') return nameless(syntaxProblem(`${quoted(path)} is a path. A requirement starts with the name of a project.`, range));
  const egg = /[#&]egg=([A-Za-z0-9][A-Za-z0-9._-]*)/.exec(address)?.[1];
  const repair = egg === undefined ? null : replacement(text, range, `${egg} @ ${address}`);
  return nameless(syntaxProblem('A URL needs the name of its project before it: "name @ URL".', range, repair));
}

function explainMissing(text: string, start: number): SyntaxProblem {
  const word = matchAt(WORD, text, start);
  const range = { start, end: start + word.length };
  if (start === text.length)
    return syntaxProblem('The requirement is empty. It starts with the name of a project.', { start: 0, end: start });
  if (word === '') return syntaxProblem('The name of a project is missing at the start.', { start, end: start + 1 });
  const foreign = /[^\0-\x7F]/u.exec(word)?.[0];
  if (foreign !== undefined) return syntaxProblem(explainForeign(word, foreign), range);
  return syntaxProblem(
    `${quoted(word)} is no name: one starts and ends with an ASCII letter or digit, with ".", "-" and "_" between.`,
    range,
  );
}

/** A letter of another script can look like a Latin one, and stand for another project. */
function explainForeign(word: string, foreign: string): string {
  const script = foreignScripts.find(({ pattern }) => pattern.test(foreign))?.name;
  const code = `U+${(foreign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
  return `${quoted(word)} holds ${quoted(foreign)} (${script === undefined ? '' : `${script}, `}${code}). Names are made of ASCII letters and digits, so that none can pose as another.`;
}

const foreignScripts = [
  { name: 'Cyrillic', pattern: /\p{Script=Cyrillic}/u },
  { name: 'Greek', pattern: /\p{Script=Greek}/u },
  { name: 'full width', pattern: /[\uFF01-\uFF5E]/u },
] as const;
