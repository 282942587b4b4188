import { describe, expect, test } from 'vitest';

import { readPyprojectDependencies } from '../../../../src/core/documents/readPyprojectDependencies.ts';
import { textAt } from './textAt.ts';

const read = (text: string) => readPyprojectDependencies('pyproject.toml', text, { strict: false });
const url = 'https://index.example/simple';

test.each([
  ['[[tool.uv.index]]\nname = "a"\nurl = "URL"', 'extra', 'a'],
  ['[[tool.uv.index]]\nurl = "URL"\ndefault = true', 'primary', null],
  ['[[tool.uv.index]]\nurl = "URL"\nexplicit = true\ndefault = true', 'explicit', null],
  ['[[tool.uv.index]]\nurl = "URL"\nformat = "flat"', 'links', null],
  ['[tool.uv]\nindex = [{ name = "a", url = "URL", explicit = true }]', 'explicit', 'a'],
  ['[tool.uv]\nindex-url = "URL"', 'primary', null],
  ['[tool.uv]\nextra-index-url = ["URL"]', 'extra', null],
  ['[tool.uv]\nfind-links = ["URL"]', 'links', null],
  ['[tool.uv.pip]\nextra-index-url = ["URL"]', 'extra', null],
  ['[[tool.poetry.source]]\nname = "a"\nurl = "URL"', 'primary', 'a'],
  ['[[tool.poetry.source]]\nurl = "URL"\npriority = "primary"', 'primary', null],
  ['[[tool.poetry.source]]\nurl = "URL"\npriority = "default"', 'primary', null],
  ['[[tool.poetry.source]]\nurl = "URL"\npriority = "supplemental"', 'extra', null],
  ['[[tool.poetry.source]]\nurl = "URL"\npriority = "secondary"', 'extra', null],
  ['[[tool.poetry.source]]\nurl = "URL"\npriority = "explicit"', 'explicit', null],
  ['[[tool.poetry.source]]\nurl = "URL"\nsecondary = true', 'extra', null],
  ['[[tool.pdm.source]]\nname = "pypi"\nurl = "URL"', 'primary', 'pypi'],
  ['[[tool.pdm.source]]\nname = "a"\nurl = "URL"', 'extra', 'a'],
  ['[[tool.pdm.source]]\nname = "a"\nurl = "URL"\ntype = "find_links"', 'links', 'a'],
])('%j', (template, role, name) => {
  const text = template.replace('URL', url);
  expect(read(text).indexes).toMatchObject([{ url, role, name, unverifiedSpan: null }]);
  expect(textAt(text, read(text).indexes[0]?.span ?? null)).toBe(url);
});

test('several stay apart', () => {
  const text =
    '[[tool.uv.index]]\nname = "a"\nurl = "https://index.example/a"\n[[tool.uv.index]]\nname = "b"\nurl = "https://index.example/b"\ndefault = true\n';
  expect(read(text).indexes.map(({ name, role }) => [name, role])).toEqual([
    ['a', 'extra'],
    ['b', 'primary'],
  ]);
});

test('a source that is not verified says where', () => {
  const text = '[[tool.pdm.source]]\nurl = "https://index.example/simple"\nverify_ssl = false # for now\n';
  expect(read(text).indexes.map(({ unverifiedSpan }) => textAt(text, unverifiedSpan))).toEqual(['verify_ssl = false']);
});

test('a host that uv does not verify is an option', () => {
  const text = '[tool.uv]\nallow-insecure-host = ["index.example"]\n';
  const { options } = read(text);
  expect(options.map(({ name, value, span }) => [name, value, textAt(text, span)])).toEqual([
    ['--trusted-host', 'index.example', 'index.example'],
  ]);
});

describe('no index', () => {
  test.each([
    '[[tool.poetry.source]]\nname = "PyPI"\npriority = "primary"',
    '[[tool.uv.index]]\nurl = 3',
    '[tool.other]\nindex-url = "https://index.example"',
  ])('in %j', text => {
    expect(read(text).indexes).toEqual([]);
  });
});
