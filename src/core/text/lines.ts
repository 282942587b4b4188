import type { Position, Span } from './span.ts';

/** Translates between offsets into one text (UTF-16 units) and positions; both ways stay inside the text. */
export interface Lines {
  positionAt(offset: number): Position;
  offsetAt(position: Position): number;
  spanOf(start: number, end: number): Span;
}

const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Lines end as in the Language Server Protocol: CRLF, LF, or a lone CR. A byte order mark takes no character,
 * since editors drop it from their documents; offsets still count it.
 */
export function linesOf(text: string): Lines {
  const starts = [text.startsWith(BYTE_ORDER_MARK) ? 1 : 0];
  const ends: number[] = [];
  let feed = next(text, '\n', 0);
  let carriage = next(text, '\r', 0);
  while (feed < Infinity || carriage < Infinity) {
    const end = Math.min(feed, carriage);
    const start = carriage + 1 === feed ? feed + 1 : end + 1;
    ends.push(end);
    starts.push(start);
    if (feed < start) feed = next(text, '\n', start);
    if (carriage < start) carriage = next(text, '\r', start);
  }
  ends.push(text.length);

  let lately = 0;
  const isLine = (line: number, offset: number): boolean =>
    at(starts, line) <= offset && (line === starts.length - 1 || offset < at(starts, line + 1));
  const positionAt = (offset: number): Position => {
    // Most are asked for in the order of the text.
    const line = isLine(lately, offset) ? lately : isLine(lately + 1, offset) ? lately + 1 : lastAtMost(starts, offset);
    lately = line;
    return { line, character: clamp(offset, at(starts, line), at(ends, line)) - at(starts, line) };
  };
  const offsetAt = ({ line, character }: Position): number => {
    const inside = clamp(line, 0, starts.length - 1);
    return clamp(at(starts, inside) + character, at(starts, inside), at(ends, inside));
  };
  return { positionAt, offsetAt, spanOf: (start, end) => ({ start: positionAt(start), end: positionAt(end) }) };
}

function next(text: string, character: string, from: number): number {
  const place = text.indexOf(character, from);
  return place < 0 ? Infinity : place;
}

/** Index of the last of the rising `numbers` that is not above `limit`; 0 where all are. */
function lastAtMost(numbers: readonly number[], limit: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (at(numbers, middle) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}

function at(numbers: readonly number[], index: number): number {
  return numbers[index] ?? 0;
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
