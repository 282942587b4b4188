import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import { editable } from '../../edits/editableDocument.ts';
import { normalizeName } from '../../names/normalizeName.ts';
import type { Span } from '../../text/span.ts';

/** A requirement's name where it stands. */
export interface WrittenName {
  readonly requirement: Requirement;
  /** By PEP 503. It may be none that an index takes: letters of another alphabet pose as those of a name. */
  readonly name: string;
  readonly span: Span;
}

const WORD = /^[^\s[\](){}<>=!~;,@#'"\\/:$%&|*^+-][^\s[\](){}<>=!~;,@#'"\\/:$%&|*^+]*/;
const LONGEST = 128;

/** Null where nothing stands there that a reader would take for a name. */
export function writtenName(requirement: Requirement, document: DependencyDocument): WrittenName | null {
  const { name, nameSpan, span, problem } = requirement;
  if (name !== null) return { requirement, name, span: nameSpan ?? span };
  if (problem === null) return null;
  const { text, lines, edit } = editable(document);
  const start = lines.offsetAt((nameSpan ?? span).start);
  const [word = ''] = WORD.exec(text.slice(start, start + LONGEST)) ?? [];
  // An ASCII word is no name for a reason that a reader sees, too.
  return isAscii(word) ? null : { requirement, name: normalizeName(word), span: edit(start, start + word.length, '').span };
}

/** As it stands in the file; normalised where it is written with escapes. */
export function shownName({ name, span }: WrittenName, document: DependencyDocument): string {
  const { text, lines } = editable(document);
  const written = text.slice(lines.offsetAt(span.start), lines.offsetAt(span.end));
  return normalizeName(written) === name ? written : name;
}

function isAscii(word: string): boolean {
  return !/[^\u0020-\u007e]/.test(word);
}
