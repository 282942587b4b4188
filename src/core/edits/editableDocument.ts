import type { TextEdit } from '../checks/check.ts';
import type { DependencyDocument } from '../documents/dependencyDocument.ts';
import { linesOf, type Lines } from '../text/lines.ts';
import { oncePerDocument } from './oncePerDocument.ts';

/** A document's text with what an edit needs to know of it. */
export interface EditableDocument {
  readonly text: string;
  readonly lines: Lines;
  /** The first line end of the text. */
  readonly lineEnding: string;
  lineStart(offset: number): number;
  /** Before the line end. */
  lineStop(offset: number): number;
  /** The text's end where there is no next line. */
  nextLine(offset: number): number;
  edit(start: number, end: number, newText: string): TextEdit;
}

export const editable: (document: DependencyDocument) => EditableDocument = oncePerDocument(prepare);

function prepare({ file, text }: DependencyDocument): EditableDocument {
  const lines = linesOf(text);
  const offsetAt = (offset: number, down: number, character: number) =>
    lines.offsetAt({ line: lines.positionAt(offset).line + down, character });
  const lineStop = (offset: number) => offsetAt(offset, 0, Infinity);
  return {
    text,
    lines,
    lineEnding: /\r\n|\n|\r/.exec(text)?.[0] ?? '\n',
    lineStart: offset => offsetAt(offset, 0, 0),
    lineStop,
    nextLine: offset => (lineStop(offset) === text.length ? text.length : offsetAt(offset, 1, 0)),
    edit: (start, end, newText) => ({ file, span: lines.spanOf(start, end), newText }),
  };
}
