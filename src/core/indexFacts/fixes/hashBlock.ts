import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import type { ReleaseFacts } from '../indexFacts.ts';
import { offsetsOf, type OffsetEdit } from './offsetEdit.ts';

/** A line's end that is continued, and blanks: what may stand between a requirement and its hashes. */
const BETWEEN = /^(?:[ \t\f]|\\(?:\r\n|\n|\r))*$/;

/** Whether the file is one of pip's, where a line can carry hashes. */
export function canCarryHashes({ kind }: DependencyDocument): boolean {
  return kind === 'requirements' || kind === 'constraints';
}

/** Whether installers check hashes for this file, so that a line without any is refused. */
export function isHashed({ requirements, options }: DependencyDocument): boolean {
  return requirements.some(({ hashes }) => hashes.length > 0) || options.some(({ name }) => name === '--require-hashes');
}

/** The digests of every file of a release, sorted; null where one is not known, since an installer might choose just that file. */
export function digestsOf({ files }: ReleaseFacts): readonly string[] | null {
  const digests = files.flatMap(({ sha256 }) => sha256 ?? []);
  return digests.length === 0 || digests.length < files.length ? null : [...new Set(digests)].toSorted();
}

/** Gives a requirement exactly these digests, in the form that pip-compile writes, and takes out those it had. */
export function hashEdits(requirement: Requirement, document: DependencyDocument, digests: readonly string[]): readonly OffsetEdit[] {
  const from = offsetsOf(document, requirement.span).end;
  const old = requirement.hashes.map(({ span }) => offsetsOf(document, span));
  const lineEnd = lineEndAt(document.text, from);
  const options = digests.map(digest => `--hash=sha256:${digest}`);
  const separator = ` \\${lineEnd}    `;
  const last = old.at(-1);
  if (last === undefined) return [{ start: from, end: from, newText: separator + options.join(separator) }];
  if (isHashesOnly(document.text, from, old)) return [{ start: from, end: last.end, newText: separator + options.join(separator) }];
  return replaceEach(document.text, old, options.join(separator));
}

/** The end of the line that the offset is in; of the file's first line where that one has none. */
function lineEndAt(text: string, offset: number): string {
  return /\r\n|\n|\r/.exec(text.slice(offset))?.[0] ?? /\r\n|\n|\r/.exec(text)?.[0] ?? '\n';
}

function isHashesOnly(text: string, from: number, old: readonly { readonly start: number; readonly end: number }[]): boolean {
  return old.every(({ start }, place) => BETWEEN.test(text.slice(place === 0 ? from : (old[place - 1]?.end ?? from), start)));
}

/** Where other options stand among the hashes, they stay where they are. */
function replaceEach(text: string, old: readonly { readonly start: number; readonly end: number }[], block: string): OffsetEdit[] {
  return old.map(({ start, end }, place) =>
    place === 0 ? { start, end, newText: block } : { start: startOfGap(text, start), end, newText: '' },
  );
}

/** Where the blanks and continued line ends before an offset begin. */
function startOfGap(text: string, offset: number): number {
  let start = offset;
  while (start > 0 && ' \t\f\\\r\n'.includes(text.charAt(start - 1))) start -= 1;
  return start;
}
