import { describe, expect, test } from 'vitest';

import { readScript } from '../../../../src/core/documents/readScript.ts';
import { scriptBlocks } from '../../../../src/core/documents/scriptBlock.ts';
import { linesOf } from '../../../../src/core/text/lines.ts';
import { textAt } from './textAt.ts';

const read = (text: string) => readScript('tools/release.py', text, { strict: true });

const script = `#!/usr/bin/env -S uv run
"""Release."""

# /// script
# requires-python = ">=3.11"
# dependencies = [
#   "httpx>=0.27,<1",
# \t"idna", # countersign: ignore[dep/unpinned] a toy
# ]
#
# [[tool.uv.index]]
# url = "https://index.example/simple"
# explicit = true
# [tool.uv]
# constraint-dependencies = ["certifi<2030"]
# ///

import httpx
`;

describe.each([
  ['LF', script],
  ['CRLF', script.replaceAll('\n', '\r\n')],
  ['a byte order mark', `\uFEFF${script}`],
])('a script with %s', (_, text) => {
  const document = read(text);

  test('has its requirements at their places in the file', () => {
    const requirements = document?.requirements ?? [];
    expect(requirements.map(({ section, role, name, specifier }) => [section, role, name, specifier])).toEqual([
      ['script', 'script', 'httpx', '>=0.27,<1'],
      ['script', 'script', 'idna', ''],
      ['tool.uv.constraint-dependencies', 'constraint', 'certifi', '<2030'],
    ]);
    expect(requirements.map(({ span }) => textAt(text, span))).toEqual(['httpx>=0.27,<1', 'idna', 'certifi<2030']);
    expect(requirements.map(({ specifierSpan }) => textAt(text, specifierSpan))).toEqual(['>=0.27,<1', '', '<2030']);
    expect(requirements.map(({ span }) => span.start)).toEqual([
      { line: 6, character: 5 },
      { line: 7, character: 4 },
      { line: 14, character: 30 },
    ]);
  });

  test('has its comments and indexes there, too', () => {
    expect(document?.suppressions).toMatchObject([{ rules: ['dep/unpinned'], reason: 'a toy', line: 7 }]);
    expect(document?.indexes.map(({ role, span }) => [role, textAt(text, span)])).toEqual([['explicit', 'https://index.example/simple']]);
    expect(document?.problems).toEqual([]);
  });

  test('has every value there', () => {
    const { offsetAt } = linesOf(text);
    const entry = document?.toml?.entries.find(({ path }) => path.join('.') === 'dependencies.0');
    expect(text.slice(entry?.range.start, entry?.range.end)).toBe('"httpx>=0.27,<1"');
    expect(entry?.rangeOf(0, 5).start).toBe(offsetAt({ line: 6, character: 5 }));
  });
});

test('a text of several lines is read without the prefixes', () => {
  const text = '# /// script\n# dependencies = ["""\\\n#   idna>=3\\\n#   ,<4"""]\n# ///\n';
  const [requirement] = read(text)?.requirements ?? [];
  expect(requirement).toMatchObject({ raw: 'idna>=3,<4', specifier: '>=3,<4', problem: null });
  expect(textAt(text, requirement?.nameSpan ?? null)).toBe('idna');
});

test('a fault of TOML stands at its place in the file', () => {
  const text = 'import x\n# /// script\n# dependencies = []\n# dependencies = []\n# ///\n';
  expect(read(text)?.problems.map(({ range }) => textAt(text, range))).toEqual(['dependencies = []']);
  expect(readScript('x.py', text, { strict: false })?.problems).toEqual([]);
});

test('a second block is a problem, and the first is read', () => {
  const block = '# /// script\n# dependencies = ["idna"]\n# ///\n';
  const text = `${block}\nimport x\n${block}`;
  const document = read(text);
  expect(document?.requirements.map(({ span }) => span.start.line)).toEqual([1]);
  expect(document?.problems.map(({ range }) => [range.start.line, textAt(text, range)])).toEqual([[5, '# /// script']]);
});

describe('which lines are a block', () => {
  test.each([
    ['the reference example', '# /// script\n# a = 1\n# ///\n', ['a = 1\n']],
    ['no line end at the end', '# /// script\n# a = 1\n# ///', ['a = 1\n']],
    ['an empty comment', '# /// script\n#\n# a = 1\n# ///', ['\na = 1\n']],
    ['more blanks are kept', '# /// script\n#   a = 1\n# ///', ['  a = 1\n']],
    ['the last of several ends counts', '# /// script\n# a = 1\n# ///\n# b = 2\n# ///\n', ['a = 1\n///\nb = 2\n']],
    ['comments behind the end are not in it', '# /// script\n# a = 1\n# ///\n# b = 2\n', ['a = 1\n']],
    ['a beginning without an end, before one with', '# /// script\n# a = 1\n\n# /// script\n# b = 2\n# ///\n', ['b = 2\n']],
    ['a comment before', '# hello\n# /// script\n# a = 1\n# ///\n', ['a = 1\n']],
    ['a block of another type takes what touches it', '# /// other\n# a = 1\n# ///\n# /// script\n# b = 2\n# ///\n', []],
    ['a block of another type apart', '# /// other\n# a = 1\n# ///\n\n# /// script\n# b = 2\n# ///\n', ['b = 2\n']],
  ])('%s', (_, text, contents) => {
    expect(scriptBlocks(text, 'script').map(({ content }) => content)).toEqual(contents);
  });

  test.each([
    ['no block', 'import x\n'],
    ['no end', '# /// script\n# a = 1\n'],
    ['nothing in it', '# /// script\n# ///\n'],
    ['a line between that is no comment', '# /// script\n# a = 1\n\n# ///\n'],
    ['a line whose blank is missing', '# /// script\n#a = 1\n# ///\n'],
    ['a blank behind the end', '# /// script\n# a = 1\n# /// \n'],
    ['a blank before the beginning', ' # /// script\n# a = 1\n# ///\n'],
    ['another type', '# /// pyproject\n# a = 1\n# ///\n'],
    ['an upper case type', '# /// Script\n# a = 1\n# ///\n'],
    ['an empty file', ''],
  ])('none with %s', (_, text) => {
    expect(read(text)).toBeNull();
  });
});

test('100,000 beginnings are read within a second', () => {
  const start = performance.now();
  read('# /// script\n'.repeat(100_000));
  expect(performance.now() - start).toBeLessThan(1000);
});
