import { describe, expect, test } from 'vitest';

import { parseToml } from '../../../../src/core/project/parseToml.ts';
import { valueAt } from '../../../../src/core/project/tomlTable.ts';

describe('what is not TOML is told at its place', () => {
  test.each([
    ['x = ', '0:4', '0:4', 'A value is missing.'],
    ['x = # later', '0:4', '0:5', 'This is no value: a string needs quotes around it.'],
    ['\r\nx = \r\n', '1:4', '1:4', 'A value is missing.'],
    ['\uFEFFx=', '0:2', '0:2', 'A value is missing.'],
    ['x = tru', '0:4', '0:5', 'This is no value: a string needs quotes around it.'],
    ['x = “a”', '0:4', '0:5', 'This is no value: a string needs quotes around it.'],
    ['x = 1\nx = 2 # again\n', '1:0', '1:13', '"x" is given twice.'],
    ['x = 1\r\nx = 2\r\n', '1:0', '1:5', '"x" is given twice.'],
    ['\uFEFFx = 1\nx = 2', '1:0', '1:5', '"x" is given twice.'],
    ['\uFEFFx = {a=1,a=2}', '0:9', '0:13', '"a" is given twice.'],
    ['[a]\n[b]\n[a]\n', '2:0', '2:3', '"a" is given twice.'],
    ['"a\\u202e" = 1\n"a\\u202e" = 2', '1:0', '1:13', '"a\\u{202e}" is given twice.'],
    ['a.b = 1\na.b.c = 2', '1:0', '1:9', '"a.b" is given twice.'],
    ['[a\nb=1', '0:2', '0:2', 'The name of this table is not closed: ] is missing.'],
    ['[[a]\n', '0:4', '0:4', 'The name of this table is not closed: ] is missing.'],
    ['x = "\u{1F600}" y', '0:9', '0:10', 'The line goes on after its value: begin a new line.'],
    ['x = 1,', '0:5', '0:6', 'The line goes on after its value: begin a new line.'],
    ['x="abc\n', '0:6', '0:6', 'This string is not closed on its line: a quotation mark is missing.'],
    ["x='abc\r\n", '0:6', '0:6', 'This string is not closed on its line: a quotation mark is missing.'],
    ['x="""\nabc', '1:3', '1:3', 'This string is never closed.'],
    ["x='''\nabc", '1:3', '1:3', 'This string is never closed.'],
    ['x="\u0001"', '0:3', '0:4', 'A control character may not stand here; in a string, write it as an escape such as \\u0001.'],
    ['x=1 # \u0007', '0:6', '0:7', 'A control character may not stand here; in a string, write it as an escape such as \\u0001.'],
    ['x="\\q"', '0:3', '0:6', 'Invalid escape sequence.'],
    ["x = [\n  'a'\n  'b',\n]", '2:2', '2:3', 'A comma is missing between two values, or ] after the last.'],
    ['x = [1, 2', '0:9', '0:9', 'This list is never closed: ] is missing.'],
    ['x = {a=1 b=2}', '0:9', '0:10', 'A comma is missing between two values, or } after the last.'],
    ['x', '0:1', '0:1', '= is missing after the key.'],
    ['x: 1', '0:1', '0:2', '= is missing after the key.'],
    ['<<<<<<< HEAD\n', '0:0', '0:1', 'No line begins like this: a key, a table in [ ] or a comment is expected.'],
    ['x = 1\ry = 2', '1:0', '1:1', 'A line ends with LF or CRLF, not with CR alone.'],
    ['x = 01\n', '0:6', '0:6', 'This is neither a number nor a time: a number does not begin with 0.'],
    ['x = 1_', '0:6', '0:6', 'The file ends in the middle of a value.'],
    ['x = 1_\n', '0:6', '0:6', 'The line ends in the middle of a value.'],
    ['x = 0b2', '0:6', '0:7', '"2" may not stand here.'],
    ['x = 2026-13-01', '0:4', '0:14', 'Invalid date: month 13 out of range.'],
  ])('%j', (text, start, end, message) => {
    const { document, problem } = parseToml(text);
    expect(document).toBeNull();
    expect(problem?.message).toBe(message);
    const { range } = problem ?? { range: null };
    expect(range && [`${range.start.line}:${range.start.character}`, `${range.end.line}:${range.end.character}`]).toEqual([start, end]);
  });
});

describe('what is TOML', () => {
  test.each([
    '',
    '\uFEFF',
    '# only a comment',
    'x = 9007199254740993',
    'x = 1\r\ny = 2\r\n',
    'x = inf',
    'x = 2026-01-31',
    '[[a]]\n[[a]]\n',
  ])('%j', text => {
    expect(parseToml(text)).toMatchObject({ problem: null, document: {} });
  });
});

test.each([
  '[__proto__]\npolluted = 1',
  '__proto__.polluted = 1',
  'a = {__proto__ = {polluted = 1}}',
  '[constructor.prototype]\npolluted = 1',
  '[a.__proto__]\npolluted = 1',
])('%j reaches no prototype', text => {
  const { document } = parseToml(text);
  expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  expect(valueAt(document, ['polluted'])).toBeUndefined();
  expect(valueAt(document, ['a', 'polluted'])).toBeUndefined();
  expect(valueAt(document, ['toString'])).toBeUndefined();
});

test('thousands of levels are a problem and no crash', () => {
  expect(parseToml(`x = ${'['.repeat(50_000)}`).problem?.message).toMatch(/nest/i);
});

test('no broken state of a file is thrown on, and every problem is inside it', () => {
  const text =
    '[project]\nname = "demo"\ndependencies = [\n  "a>=1", # why\n]\nx = { y = 1, z = [1.5, 2026-01-01] }\n[tool.x]\ny = """\nlong\n"""\n';
  for (let at = 0; at < text.length; at += 1) {
    for (const broken of [
      text.slice(0, at),
      text.slice(at),
      text.slice(0, at) + text.slice(at + 1),
      `${text.slice(0, at)}"${text.slice(at)}`,
    ]) {
      const { document, problem } = parseToml(broken);
      expect(document === null).toBe(problem !== null);
      if (problem !== null) expect(problem.range.end.line).toBeLessThan(broken.split('\n').length);
    }
  }
});
