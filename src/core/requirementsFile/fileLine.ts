import { linesOf } from '../text/lines.ts';
import type { Span } from '../text/span.ts';
import type { Range } from '../toml/scanToml.ts';
import { logicalLinesOf, type LogicalLine } from './logicalLines.ts';
import { splitLine, type SplitLine } from './splitLine.ts';

export type SpanOf = (range: Range) => Span;

/** A logical line with something on it, split, and its way back to places in the file. */
export interface FileLine {
  readonly text: string;
  readonly split: SplitLine;
  /** As it stands in the file, from its first character to its last. */
  readonly written: string;
  /** Of a range of `text`. */
  readonly spanOf: SpanOf;
}

export interface FileLines {
  readonly logical: readonly LogicalLine[];
  /** Those with more than a comment. */
  readonly lines: readonly FileLine[];
  /** Of a range of the file. */
  readonly spanOf: SpanOf;
}

export function fileLinesOf(text: string): FileLines {
  const { spanOf: between } = linesOf(text);
  const spanOf: SpanOf = ({ start, end }) => between(start, end);
  const logical = logicalLinesOf(text);
  const lines = logical.filter(line => line.text !== '').map(line => fileLine(line, text, spanOf));
  return { logical, lines, spanOf };
}

function fileLine(line: LogicalLine, text: string, spanOf: SpanOf): FileLine {
  const { start, end } = line.inFile({ start: 0, end: line.text.length });
  return { text: line.text, split: splitLine(line.text), written: text.slice(start, end), spanOf: range => spanOf(line.inFile(range)) };
}
