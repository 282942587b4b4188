/** A place in a text as the Language Server Protocol counts: both from zero, `character` in UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly character: number;
}

/** From `start` up to, not including, `end`. */
export interface Span {
  readonly start: Position;
  readonly end: Position;
}

/** Where a finding about a file as a whole points. */
export const wholeFile: Span = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export function isWholeFile({ start, end }: Span): boolean {
  return start.line === 0 && start.character === 0 && end.line === 0 && end.character === 0;
}
