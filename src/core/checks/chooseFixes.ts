import { linesOf, type Lines } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Finding, Fix, TextEdit } from './check.ts';

/** Fixes that can be applied together. */
export interface ChosenFixes {
  readonly count: number;
  readonly edits: readonly TextEdit[];
}

/**
 * Of each finding the first fix that needs nobody, but for those that touch what another one changes: they come
 * again when the file is checked again.
 */
export function chooseFixes(findings: readonly Finding[]): ChosenFixes {
  const edits: TextEdit[] = [];
  let count = 0;
  for (const { fixes = [] } of findings) {
    const fix = fixes.find(({ needsReview, needsChoice }) => needsReview !== true && needsChoice !== true);
    if (fix === undefined || !fitsIn(fix, edits)) continue;
    edits.push(...fix.edits);
    count += 1;
  }
  return { count, edits };
}

function fitsIn(fix: Fix, edits: readonly TextEdit[]): boolean {
  return fix.edits.every(edit => edits.every(other => other.file !== edit.file || !touches(edit.span, other.span)));
}

function touches(one: Span, other: Span): boolean {
  return !isBefore(one, other) && !isBefore(other, one);
}

/** Edits that only meet at their ends count as touching: their order would decide. */
function isBefore({ end }: Span, { start }: Span): boolean {
  return end.line < start.line || (end.line === start.line && end.character < start.character);
}

/** The text with the edits of one file, which do not overlap. */
export function applyEdits(text: string, edits: readonly TextEdit[], lines: Lines = linesOf(text)): string {
  const places = edits.map(({ span, newText }) => ({ start: lines.offsetAt(span.start), end: lines.offsetAt(span.end), newText }));
  return places
    .toSorted((one, other) => other.start - one.start)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text);
}
