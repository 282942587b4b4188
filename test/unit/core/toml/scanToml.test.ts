import { describe, expect, test } from 'vitest';

import { scanToml } from '../../../../src/core/toml/scanToml.ts';

/** One line an entry: path, kind, the text at its place. */
function told(text: string): readonly string[] {
  return scanToml(text).entries.map(({ path, kind, range }) => `${path.join('/')} ${kind} ${text.slice(range.start, range.end)}`);
}

function headersOf(text: string): readonly string[] {
  return scanToml(text).headers.map(
    ({ path, isArray, range }) => `${path.join('/')} ${isArray ? 'array' : 'table'} ${text.slice(range.start, range.end)}`,
  );
}

describe('values and their places', () => {
  test.each<[string, string, readonly string[]]>([
    ['nothing', '', []],
    ['a byte order mark alone', '\uFEFF', []],
    ['a byte order mark', '\uFEFFa = 1', ['a integer 1']],
    ['CRLF', 'a = 1\r\nb = "x" # why\r\n', ['a integer 1', 'b string "x"']],
    [
      'kinds',
      'a=[true,0x1f,-1.5e3,inf,07:32,1979-05-27 07:32:00Z]',
      [
        'a list [true,0x1f,-1.5e3,inf,07:32,1979-05-27 07:32:00Z]',
        'a/0 boolean true',
        'a/1 integer 0x1f',
        'a/2 float -1.5e3',
        'a/3 float inf',
        'a/4 date 07:32',
        'a/5 date 1979-05-27 07:32:00Z',
      ],
    ],
    ['a number alone in the last of the lists', 'a = [\n  [1.5]\n]', ['a list [\n  [1.5]\n]', 'a/0 list [1.5]', 'a/0/0 float 1.5']],
    ['a table that a list closes', 'a = [{b = 1], 2]', ['a list [{b = 1], 2]', 'a/0 table {b = 1', 'a/0/b integer 1', 'a/1 integer 2']],
    ['what is no value', 'a = yes\nb = 01\nc =', ['a broken yes', 'b broken 01', 'c broken ']],
    ['dotted and quoted keys', 'a . "b.c".\'d\' = 1\n"\\u0065" = 2', ['a/b.c/d integer 1', 'e integer 2']],
    [
      'an inline table over several lines',
      'a = {\n  b = 1, # why\n  c.d = [ "x" ],\n}\ne = 2',
      ['a table {\n  b = 1, # why\n  c.d = [ "x" ],\n}', 'a/b integer 1', 'a/c/d list [ "x" ]', 'a/c/d/0 string "x"', 'e integer 2'],
    ],
    [
      'lists that look like headers',
      'a = [\n  ["x"],\n  [1.5],\n  ["y"]\n]',
      [
        'a list [\n  ["x"],\n  [1.5],\n  ["y"]\n]',
        'a/0 list ["x"]',
        'a/0/0 string "x"',
        'a/1 list [1.5]',
        'a/1/0 float 1.5',
        'a/2 list ["y"]',
        'a/2/0 string "y"',
      ],
    ],
    [
      'a string over several lines with what looks like TOML in it',
      'a = """\n[b]\nc = 1\n"""\nd = 2',
      ['a string """\n[b]\nc = 1\n"""', 'd integer 2'],
    ],
    ['quotation marks before the closing ones', 'a = """x"""""\nb = 1', ['a string """x"""""', 'b integer 1']],
  ])('%s', (_, text, entries) => {
    expect(told(text)).toEqual(entries);
  });
});

test('headers, with the elements of arrays of tables numbered', () => {
  const text = '[a]\n[[b]]\n[[b]] # two\n[b.c]\n[[b.d]]\n[[b]]\n[[ b . d ]]\nx = 1\n["e.f"]';
  expect(headersOf(text)).toEqual([
    'a table [a]',
    'b/0 array [[b]]',
    'b/1 array [[b]]',
    'b/1/c table [b.c]',
    'b/1/d/0 array [[b.d]]',
    'b/2 array [[b]]',
    'b/2/d/0 array [[ b . d ]]',
    'e.f table ["e.f"]',
  ]);
  expect(told(text)).toEqual(['b/2/d/0/x integer 1']);
});

test('keys as written, and null for elements', () => {
  const text = '[t]\na . "b" = [ 1 ]';
  const [list, element] = scanToml(text).entries;
  expect(list?.keyRange && text.slice(list.keyRange.start, list.keyRange.end)).toBe('a . "b"');
  expect(element?.keyRange).toBeNull();
});

test('a header behind a byte order mark', () => {
  expect(headersOf('\uFEFF[a]\nb = 1')).toEqual(['a table [a]']);
  expect(scanToml('\uFEFFb = 1').entries[0]?.keyRange).toEqual({ start: 1, end: 2 });
});

describe('what strings say', () => {
  test.each([
    ['"plain"', 'plain'],
    ["'C:\\x'", 'C:\\x'],
    ['"\\b\\t\\n\\f\\r\\e\\"\\\\"', '\b\t\n\f\r\u001b"\\'],
    ['"\\x41\\u00e9\\U0001F600"', 'Aé\u{1F600}'],
    ['"\\q\\u12\\t\\ud800\\U00110000"', '\\q\\u12\t\\ud800\\U00110000'],
    ['"""\r\na\r\nb"""', 'a\nb'],
    ["'''\na\\\nb'''", 'a\\\nb'],
    ['"""a\\  \r\n\r\n  b\\\\"""', 'ab\\'],
  ])('%j', (written, value) => {
    expect(scanToml(`x = ${written}`).entries[0]?.value).toBe(value);
  });
});

test('booleans have a value, others none', () => {
  expect(scanToml('a = [true, false, 1, {}]').entries.map(({ value }) => value)).toEqual([undefined, true, false, undefined, undefined]);
});

describe('parts of a string are placed in the file', () => {
  test.each([
    ['x = "abcdef"', 2, 4, 'cd'],
    ['x = "ab\\u0063d\\te"', 2, 4, '\\u0063d'],
    ['x = "\\U0001F600b"', 2, 3, 'b'],
    ['x = "\\U0001F600b"', 1, 2, '\\U0001F600'],
    ['x = """\r\na\r\nbc"""', 2, 4, 'bc'],
    ['x = """a\\\n   bc"""', 1, 3, 'bc'],
    ['x = "abc"', -1, 99, 'abc'],
    ['x = "a\\tb"', 0, 99, 'a\\tb'],
    ['x = 12', 0, 1, '12'],
  ])('%j from %i to %i', (text, start, end, written) => {
    const range = scanToml(text).entries[0]?.rangeOf(start, end);
    expect(range && text.slice(range.start, range.end)).toBe(written);
  });
});
