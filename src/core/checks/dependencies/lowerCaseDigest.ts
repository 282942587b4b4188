import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import { editable } from '../../edits/editableDocument.ts';
import type { Span } from '../../text/span.ts';
import type { Fix } from '../check.ts';

/** None where the digest is not written as it is read, for instance with escapes. */
export function lowerCaseDigest(document: DependencyDocument, digest: string, span: Span): readonly Fix[] {
  const { text, lines, edit } = editable(document);
  const [start, end] = [lines.offsetAt(span.start), lines.offsetAt(span.end)];
  const place = text.slice(start, end).lastIndexOf(digest);
  if (place < 0) return [];
  const from = start + place;
  return [{ title: 'Write the digest in lower case', edits: [edit(from, from + digest.length, digest.toLowerCase())] }];
}
