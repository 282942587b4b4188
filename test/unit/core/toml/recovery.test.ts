import { describe, expect, test } from 'vitest';

import { scanToml } from '../../../../src/core/toml/scanToml.ts';

/** The strings that are found, each with its path; what is broken with a question mark. */
function told(text: string): string {
  const entries = scanToml(text).entries.filter(({ kind }) => kind !== 'list' && kind !== 'table');
  return entries
    .map(
      ({ path, kind, value, range }) =>
        `${path.join('/')}=${kind === 'broken' ? `?${text.slice(range.start, range.end)}` : String(value ?? text.slice(range.start, range.end))}`,
    )
    .join(' ');
}

describe('a list that is not closed ends', () => {
  test.each([
    ['before a key', 'd = [\n  "a",\n  "b"\nx = 1', 'd/0=a d/1=b x=1'],
    ['before a dotted or quoted key', 'd = [\n  "a",\nx."y" = 1', 'd/0=a x/y=1'],
    ['before a header', 'd = [\n  "a",\n\n[t]\nx = 1', 'd/0=a t/x=1'],
    ['before the header of an array', 'd = ["a", \n[[t]]\nx = 1', 'd/0=a t/0/x=1'],
    ['before half a header', 'd = [\n  "a",\n[to\nx = 1', 'd/0=a to/x=1'],
    ['not before half a header with more elements below', 'd = [\n  "a",\n[to\n  "b",\n]\nx = 1', 'd/0=a d/1=?to d/2=b x=1'],
    ['with the file', 'd = [\n  "a",\n  ["b", ', 'd/0=a d/1/0=b'],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('a quotation mark', () => {
  test.each([
    ['missing at the end', 'd = [\n  "a>=1,\n  "b",\n]', 'd/0=?"a>=1, d/1=b'],
    ['missing at the end, on one line', 'd = ["a, "b", "c"]', 'd/0=?"a d/1=b d/2=c'],
    ['missing at the beginning', 'd = [\n  a>=1,<2",\n  "b",\n]', 'd/0=?a>=1 d/1=?<2" d/2=b'],
    ['missing before extras', 'd = [a[x,y]>=1", "b"]', 'd/0=?a[x,y]>=1" d/1=b'],
    ['too many inside', 'd = ["re"q", "b"]', 'd/0=?"re"q" d/1=b'],
    ['too many before', 'd = ["a", ""b", "c"]', 'd/0=a d/1=b d/2=c'],
    ['too many behind', 'd = ["a"", "b"]', 'd/0=a d/1=b'],
    ['too many between', 'd = ["a", " "b"]', 'd/0=a d/1=b'],
    ['of the other kind before', 'd = [\'"a", "b"]', 'd/0=a d/1=b'],
    ['too many before a list', 'd = "["a", "b"]', 'd/0=a d/1=b'],
    ['in an operator', 'd = [\n  "a="=1",\n  "b",\n]', 'd/0=?"a="=1" d/1=b'],
    ['just typed', 'x = "\ny = 1', 'x=?" y=1'],
    ['missing in a string over several lines', 'x = """\ntext\n[t]\ny = 1', 'x=?"""\ntext t/y=1'],
    ['too many before a key behind a list', 'd = ["a"]\n"x = "b"', 'd/0=a x=b'],
    ['too many before a key', '"x = "a"\ny = 1', 'x=a y=1'],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('a bracket', () => {
  test.each([
    ['that closes too early', 'd = [\n  "a",\n]\n  "b",\n  {c = "d"},\n]\nx = 1', 'd/0=a d/1=b d/2/c=d x=1'],
    ['that closes too early, on one line', 'd = ["a"], "b"]\nx = 1', 'd/0=a d/1=b x=1'],
    ['that closes in the middle of a value', 'd = ["a", b]c", "e"]\nx = 1', 'd/0=a d/1=?b d/2=?c" d/3=e x=1'],
    ['that opens a second list', 'd = [\n  "a",\n  [ "b",\n  "c",\n]\nx = 1', 'd/0=a d/1=b d/2=c x=1'],
    ['missing before a list', 'd = \n  "a",\n  "b",\n]\nx = 1', 'd/0=a d/1=b x=1'],
    ['missing before a list on one line', 'd = "a", "b"]\nx = 1', 'd/0=a d/1=b x=1'],
    ['missing before a table', 'd = v = "1", e = ["x"] }\nx = 1', 'd/v=1 d/e/0=x x=1'],
    ['missing behind a table', 'd = { v = "1"\nx = 1', 'd/v=1 x=1'],
    ['missing behind a table with a comma', 'd = { v = "1",\nx = 1\ny = 2', 'd/v=1 x=1 y=2'],
    ['missing behind a table in a list', 'd = [{v = "1", "b"]\nx = 1', 'd/0/v=1 d/1=b x=1'],
    ['and strings that are not of the list above', 'd = ["a"]\ny = 1\n"b",\n', 'd/0=a y=1'],
    ['and strings in another table', 'd = ["a"]\n[t]\n"b",\n', 'd/0=a'],
    ['and strings below a name', 'd = ["a"]\nother thing\n"b",\n', 'd/0=a'],
    ['of the wrong kind', 'd = [{v = "1"], "b"]\nx = 1', 'd/0/v=1 d/1=b x=1'],
    ['too many before a value', 'd = ] "a"\nx = 1', 'd=a x=1'],
    ['alone on its line', '[\n]\n}\nx = 1', 'x=1'],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('a key', () => {
  test.each([
    ['half typed', 'requ\nx = 1', 'x=1'],
    ['without a value', 'x =\ny = 1', 'x=? y=1'],
    ['without a value in a list', 'd = [\n  "a",\nname =\n  "b",\n]\nx = 1', 'd/0=a name=? d/1=b x=1'],
    ['without an equals sign', 'd ["a", "b"]\nx "c"\ny {z = 1}', 'd/0=a d/1=b x=c y/z=1'],
    ['without an equals sign and a bracket', 'd\n  "a",\n  "b"\n]', 'd/0=a d/1=b'],
    ['with a bracket in it', 're[q = "a"\nx = 1', 'req=a x=1'],
    ['given twice', 'x = 1\nx = 2', 'x=1 x=2'],
    ['behind a value on one line', 'd = ["a"]x = "b"\n[t]y = "c"', 'd/0=a x=b t/y=c'],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('a header', () => {
  test.each([
    ['without its end', '[a.b\nx = 1', 'a/b/x=1'],
    ['without its beginning', 'a.b]\nx = 1', 'a/b/x=1'],
    ['with something in it', '[a"b]\nx = 1', 'ab/x=1'],
    ['with a bracket too many', '[[a]\nx = 1', 'a/x=1'],
    ['of a known array with a bracket too few', '[[a]]\n[[a]\nx = 1', 'a/1/x=1'],
    ['without a name', 'y = 1\n[]\nx = 2', 'y=1 x=2'],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });
});

describe('text from elsewhere', () => {
  test.each([
    [
      'conflict markers',
      'd = [\n<<<<<<< HEAD\n  "a",\n=======\n  "b",\n>>>>>>> main\n]\nx = 1',
      'd/0=?<<<<<<< HEAD d/1=a d/2=?======= d/3=b d/4=?>>>>>>> main x=1',
    ],
    ['prose', "y = 1\nPlease don't pin.\nx = 1", 'y=1 x=1'],
    ['a list of requirements', 'idna==3.10\nx = 1', 'x=1'],
    ['other strings after a name', 'd = ["a"]\nother\n"b",\nx = 1', 'd/0=a other/0=b x=1'],
  ])('%s', (_, text, expected) => {
    expect(told(text)).toBe(expected);
  });
});
