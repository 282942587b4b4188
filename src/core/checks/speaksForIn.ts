import type { DependencyDocument, SuppressionComment } from '../documents/dependencyDocument.ts';
import type { Requirement } from '../documents/requirement.ts';
import { isWholeFile, type Span } from '../text/span.ts';

interface LineRange {
  readonly first: number;
  readonly last: number;
}

/**
 * A comment is about its line, and about every line of the requirement that it stands with, since pip joins lines.
 * What concerns the whole file is spoken for on the first line.
 */
export function speaksForIn({ requirements }: DependencyDocument): (comment: SuppressionComment) => (place: Span) => boolean {
  const ranges = requirements.map(linesOf);
  return ({ line, span }) => {
    const around = ranges.filter(({ first, last }) => first <= line && line <= last);
    const first = around.reduce((least, range) => Math.min(least, range.first), line);
    const last = around.reduce((most, range) => Math.max(most, range.last), line);
    return place => (isWholeFile(place) ? span.start.line === 0 : place.start.line <= last && place.end.line >= first);
  };
}

/** From the requirement to the last of its hashes. */
function linesOf({ span, hashes }: Requirement): LineRange {
  return { first: span.start.line, last: Math.max(span.end.line, hashes.at(-1)?.span.end.line ?? 0) };
}
