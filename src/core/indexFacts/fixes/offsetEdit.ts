import type { TextEdit } from '../../checks/check.ts';
import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import { editable } from '../../edits/editableDocument.ts';
import type { Span } from '../../text/span.ts';

/** A change of a text by offsets. */
export interface OffsetEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** What stands in the document's text from `span.start` up to `span.end`, by offsets. */
export function offsetsOf(document: DependencyDocument, { start, end }: Span): { readonly start: number; readonly end: number } {
  const { lines } = editable(document);
  return { start: lines.offsetAt(start), end: lines.offsetAt(end) };
}

/** As edits of a file. Those that meet become one, since nothing else would keep their order; the list is in the text's order. */
export function textEdits(document: DependencyDocument, edits: readonly OffsetEdit[]): readonly TextEdit[] {
  return joined(edits).map(({ start, end, newText }) => editable(document).edit(start, end, newText));
}

function joined(edits: readonly OffsetEdit[]): readonly OffsetEdit[] {
  const result: OffsetEdit[] = [];
  for (const edit of edits) {
    const last = result.at(-1);
    if (last?.end === edit.start) result[result.length - 1] = { start: last.start, end: edit.end, newText: last.newText + edit.newText };
    else result.push(edit);
  }
  return result;
}
