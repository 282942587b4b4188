import type { Range } from '../toml/scanToml.ts';
import { WHITE, withoutWhite } from '../versions/whiteSpace.ts';

/** One line as pip reads it: continued lines joined, its comment taken off. Indexes into `text` are no offsets into the file. */
export interface LogicalLine {
  /** Without the comment, and without white space around it. Empty where a comment stands alone. */
  readonly text: string;
  /** From its `#`; the range is the file's. */
  readonly comment: { readonly text: string; readonly range: Range } | null;
  /** Where a range of `text` stands in the file; over the ends of physical lines where it goes on. */
  inFile(range: Range): Range;
}

/** What Python's `str.splitlines` takes for a line's end; editors know the first three alone. */
const LINE_END = /\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]/g;
const BYTE_ORDER_MARK = '\uFEFF';
const COMMENT_LINE = new RegExp(`^[${WHITE}]*#`);
const BLANK = new RegExp(`[${WHITE}]`);

/** A part of a physical line, and where it begins in the file. */
interface Piece {
  readonly text: string;
  readonly from: number;
}

/**
 * The lines of a requirements file, those without text and comment left out: joined where they end in a backslash
 * before comments are looked for, as pip does it. A comment of its own ends a continuation.
 */
export function logicalLinesOf(text: string): readonly LogicalLine[] {
  const lines: LogicalLine[] = [];
  let pieces: Piece[] = [];
  for (const line of physicalLinesOf(text)) {
    const isComment = COMMENT_LINE.test(line.text);
    const goesOn = line.text.endsWith('\\') && !isComment;
    if (isComment) pieces.push({ text: ' ', from: line.from });
    pieces.push(goesOn ? withoutBackslashes(line) : line);
    if (goesOn) continue;
    lines.push(joined(pieces));
    pieces = [];
  }
  if (pieces.length > 0) lines.push(joined(pieces));
  return lines.filter(line => line.text !== '' || line.comment !== null);
}

function* physicalLinesOf(text: string): Iterable<Piece> {
  let from = text.startsWith(BYTE_ORDER_MARK) ? 1 : 0;
  for (const match of text.matchAll(LINE_END)) {
    yield { text: text.slice(from, match.index), from };
    from = match.index + match[0].length;
  }
  yield { text: text.slice(from), from };
}

/** At both ends: pip strips them there, not only the one that joins. */
function withoutBackslashes({ text, from }: Piece): Piece {
  let start = 0;
  let end = text.length;
  while (text[start] === '\\') start += 1;
  while (end > start && text[end - 1] === '\\') end -= 1;
  return { text: text.slice(start, end), from: from + start };
}

function joined(pieces: readonly Piece[]): LogicalLine {
  const whole = pieces.map(piece => piece.text).join('');
  const hash = commentStart(whole);
  const { start, end } = withoutWhite(whole, 0, hash);
  const offsetOf = offsetsOf(pieces);
  const inFile = (range: Range): Range => {
    const from = offsetOf(start + range.start);
    return { start: from, end: range.end > range.start ? offsetOf(start + range.end - 1) + 1 : from };
  };
  const range = inFile({ start: hash - start, end: whole.length - start });
  return { text: whole.slice(start, end), comment: hash === whole.length ? null : { text: whole.slice(hash), range }, inFile };
}

/** The index of the first `#` at the start or behind white space; the length where there is none. */
function commentStart(line: string): number {
  for (let hash = line.indexOf('#'); hash >= 0; hash = line.indexOf('#', hash + 1)) {
    if (hash === 0 || BLANK.test(line.charAt(hash - 1))) return hash;
  }
  return line.length;
}

/** From an index into the joined pieces to the offset in the file; logarithmic, since a line may have any number of pieces. */
function offsetsOf(pieces: readonly Piece[]): (index: number) => number {
  const starts: number[] = [];
  let length = 0;
  for (const piece of pieces) {
    starts.push(length);
    length += piece.text.length;
  }
  return index => {
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return (pieces[low]?.from ?? 0) + index - (starts[low] ?? 0);
  };
}
