import type { DirectReference } from '../documents/requirement.ts';
import { readDirectReference } from '../requirements/directReference.ts';
import type { Range } from '../toml/scanToml.ts';
import type { SpanOf } from './fileLine.ts';

/** What the address or path at `range` of a requirement's text points to, with places in the file. */
export function placedReference(text: string, range: Range, spanOf: SpanOf): DirectReference {
  const read = readDirectReference(text.slice(range.start, range.end));
  const hashes = read.hashes.map(({ algorithm, digest, range: { start, end } }) => {
    return { algorithm, digest, span: spanOf({ start: range.start + start, end: range.start + end }) };
  });
  return { ...read, hashes, span: spanOf(range) };
}
