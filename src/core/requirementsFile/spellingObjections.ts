import type { DependencyDocument } from '../documents/dependencyDocument.ts';
import { linesOf } from '../text/lines.ts';
import type { Range } from '../toml/scanToml.ts';
import { WHITE } from '../versions/whiteSpace.ts';
import { fileLinesOf } from './fileLine.ts';
import { optionFaults } from './optionFaults.ts';
import type { PinObjection } from './pinObjection.ts';

/** Where a file is spelled as pip reads it and uv does not. */
export function spellingObjections(document: DependencyDocument): readonly PinObjection[] {
  const { file, text } = document;
  const { lines, spanOf } = fileLinesOf(text);
  const inLines = lines.flatMap(line => optionFaults(line).map(({ range, why }) => ({ file, span: line.spanOf(range), why })));
  const inFile = [...backslashes(text), ...oddWhiteSpace(text), ...declaredEncoding(text)];
  return [...inLines, ...inFile.map(({ range, why }) => ({ file, span: spanOf(range), why })), ...oddAlgorithms(document)];
}

interface Fault {
  readonly range: Range;
  readonly why: string;
}

const LINE = /[^\r\n]+/g;
const COMMENT = /(?:^|[ \t])#.*$/s;
/** Blanks and tabs aside, and what ends lines in every editor. */
const ODD = new RegExp(`(?![ \\t\\r\\n])[${WHITE}]`);

function oddWhiteSpace(text: string): readonly Fault[] {
  const faults: Fault[] = [];
  for (const { 0: line, index } of text.matchAll(LINE)) {
    const odd = line.replace(COMMENT, '').search(ODD);
    if (odd >= 0)
      faults.push({ range: { start: index + odd, end: index + odd + 1 }, why: 'uv does not take this character for white space.' });
  }
  return faults;
}

const COMMENT_LINE = /^[ \t]*#/;
const NEXT_LINE_SAYS_SOMETHING = /^(?:\r\n|[\r\n])[ \t]*[^\s#]/;
const HASH_AT_END = /--hash[= \t][ \t]*[^\s\\]+\\$/;

function backslashes(text: string): readonly Fault[] {
  const faults: Fault[] = [];
  for (const { 0: line, index } of text.matchAll(LINE)) {
    const end = index + line.length;
    const why = line.endsWith('\\') && !COMMENT_LINE.test(line) ? whyMisread(line, text.slice(end)) : null;
    if (why !== null) faults.push({ range: { start: end - 1, end }, why });
  }
  return faults;
}

/** One joins the line to the next, if there is a next; for pip also at the end of a comment. */
function whyMisread(line: string, rest: string): string | null {
  if (COMMENT.test(line)) return NEXT_LINE_SAYS_SOMETHING.test(rest) ? 'pip takes the next line for a part of this comment.' : null;
  if (line.endsWith('\\\\') || rest === '') return 'uv wants one backslash, and a line behind it.';
  return HASH_AT_END.test(line) ? 'uv takes a backslash right behind a hash for a part of it.' : null;
}

const DECLARATION = /^(?:.*\n)?#.*?coding[:=][ \t]*([-\w.]+)/;

/** uv reads UTF-8 and UTF-16 alone; in ASCII a declaration (PEP 263) makes no difference. */
function declaredEncoding(text: string): readonly Fault[] {
  const [declaration = '', encoding = 'utf-8'] = DECLARATION.exec(text) ?? [];
  if (/^utf[-_]?8/i.test(encoding) || !/[^\0-\x7f]/.test(text)) return [];
  return [
    {
      range: { start: declaration.lastIndexOf('#'), end: declaration.length },
      why: `uv does not read ${encoding}: save the file as UTF-8.`,
    },
  ];
}

/** In a URL pip takes `SHA256=` too. */
function oddAlgorithms({ file, text, requirements }: DependencyDocument): readonly PinObjection[] {
  const { offsetAt } = linesOf(text);
  const hashes = requirements.flatMap(({ reference }) => reference?.hashes ?? []);
  const odd = hashes.filter(({ algorithm, span }) => !text.startsWith(`${algorithm}=`, offsetAt(span.start)));
  return odd.map(({ span }) => ({ file, span, why: 'uv wants the algorithm in lower case.' }));
}
