import { expect, test } from 'vitest';

import { tomlSyntax } from '../../../../src/core/checks/tomlSyntax.ts';
import { readPyproject } from '../../../../src/core/project/pyproject.ts';
import { findingsOf, marksOf } from './marksOf.ts';

test.each([
  ['a good file', { 'pyproject.toml': '[project]\nname = "demo"\n' }, []],
  ['a folder without one', {}, []],
  ['an empty file', { 'pyproject.toml': '' }, []],
  ['a broken file', { 'pyproject.toml': '[project\n' }, ['pyproject.toml:1 ']],
  ['a broken last line', { 'pyproject.toml': '[project]\r\nname = demo\r\n' }, ['pyproject.toml:2 d']],
  ['a key given twice', { 'pyproject.toml': '[project]\nname = "a"\nname = "b"\n' }, ['pyproject.toml:3 name = "b"']],
  ['a byte order mark', { 'pyproject.toml': '\uFEFF[project]\nname = demo\n' }, ['pyproject.toml:2 d']],
  ['a Pipfile', { Pipfile: '[packages]\nidna = \n' }, ['Pipfile:2 ']],
  ['a script', { 'tools/run.py': '# /// script\n# dependencies = [\n# ///\n' }, ['tools/run.py:3 ']],
  ['a lock', { 'uv.lock': 'version = 1\n\n[[package]]\nname = idna\n' }, ['uv.lock:4 i']],
])('%s', (_, texts, expected) => {
  expect(marksOf(tomlSyntax, texts)).toEqual(expected);
});

test('a Pipfile.lock that is no JSON', () => {
  const [finding, ...more] = findingsOf(tomlSyntax, { 'Pipfile.lock': '{ "default": ' });
  expect(finding).toMatchObject({ file: 'Pipfile.lock' });
  expect(finding?.message).toMatch(/JSON/);
  expect(more).toEqual([]);
});

test('a file that is read twice is told of once', () => {
  expect(findingsOf(tomlSyntax, { 'pyproject.toml': '[project\n' })).toHaveLength(1);
});

test('a fault that only the project’s reader met is told too', () => {
  const found = findingsOf(tomlSyntax, {}, { pyproject: readPyproject('[project\n') });
  expect(found).toMatchObject([{ file: 'pyproject.toml', message: 'The name of this table is not closed: ] is missing.' }]);
});
