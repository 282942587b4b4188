import { describe, expect, test } from 'vitest';

import { linesOf } from '../../../../src/core/text/lines.ts';

describe('offset to position and back', () => {
  test.each([
    ['an empty text', '', 0, 0, 0],
    ['the first line', 'ab\ncd', 1, 0, 1],
    ['a line end belongs to its line', 'ab\ncd', 2, 0, 2],
    ['after LF', 'ab\ncd', 3, 1, 0],
    ['the end', 'ab\ncd', 5, 1, 2],
    ['after CRLF', 'ab\r\ncd', 4, 1, 0],
    ['after a lone CR', 'ab\rcd', 3, 1, 0],
    ['LF and then CR are two line ends', 'a\n\rb', 3, 2, 0],
    ['an empty last line', 'ab\n', 3, 1, 0],
    ['behind an emoji, in UTF-16 units', '\u{1F600}x', 2, 0, 2],
    ['behind a byte order mark', '\uFEFFab', 2, 0, 1],
    ['the second line behind a byte order mark', '\uFEFFa\nb', 3, 1, 0],
    ['no line end at U+2028 or form feed', 'a\u2028\fb', 3, 0, 3],
  ])('%s', (_, text, offset, line, character) => {
    const lines = linesOf(text);
    expect(lines.positionAt(offset)).toEqual({ line, character });
    expect(lines.offsetAt({ line, character })).toBe(offset);
  });
});

test.each([
  ['before the start', 'ab', -3, 0, 0],
  ['behind the end', 'ab', 9, 0, 2],
  ['between CR and LF', 'ab\r\ncd', 3, 0, 2],
  ['inside a byte order mark', '\uFEFFab', 0, 0, 0],
])('an offset %s is moved into the text', (_, text, offset, line, character) => {
  expect(linesOf(text).positionAt(offset)).toEqual({ line, character });
});

test.each([
  ['behind its line', 'ab\ncd', { line: 0, character: 9 }, 2],
  ['behind the last line', 'ab\ncd', { line: 7, character: 1 }, 4],
  ['before the first', 'ab', { line: -1, character: -1 }, 0],
])('a position %s is moved into the text', (_, text, position, offset) => {
  expect(linesOf(text).offsetAt(position)).toBe(offset);
});

test('a span has both ends', () => {
  expect(linesOf('ab\ncd').spanOf(1, 4)).toEqual({ start: { line: 0, character: 1 }, end: { line: 1, character: 1 } });
});
