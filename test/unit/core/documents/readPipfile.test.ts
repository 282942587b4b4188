import { expect, test } from 'vitest';

import { readPipfile } from '../../../../src/core/documents/readPipfile.ts';
import { textAt } from './textAt.ts';

const read = (text: string) => readPipfile('Pipfile', text, { strict: false });
const commit = '0123456789abcdef0123456789abcdef01234567';

test.each([
  ['idna = "*"', { specifier: '', pin: 'none', problem: null }],
  ['idna = "==3.10"', { specifier: '==3.10', pin: 'exact', problem: null }],
  ['idna = ">=3, <4"', { specifier: '>=3,<4', pin: 'range', problem: null }],
  ['idna = { version = "~=3.4", extras = ["a"] }', { specifier: '~=3.4', pin: 'compatible', extras: ['a'] }],
  ['idna = { version = "*", markers = "os_name == \'nt\'" }', { marker: "os_name == 'nt'" }],
  [
    'idna = { version = "*", sys_platform = "== \'win32\'", os_name = "== \'nt\'" }',
    { marker: "os_name == 'nt' and sys_platform == 'win32'" },
  ],
  ['idna = { version = "*", index = "private" }', { pin: 'none', reference: null }],
  [
    `idna = { git = "https://files.example/idna.git", ref = "${commit}" }`,
    { pin: 'vcs-sha', reference: { kind: 'vcs', revision: commit } },
  ],
  ['idna = { git = "https://files.example/idna.git", editable = true }', { pin: 'vcs-mutable', isEditable: true }],
  ['idna = { path = ".", editable = true }', { pin: 'url', isEditable: true, reference: { kind: 'path', url: '.' } }],
  ['idna = { file = "https://files.example/idna-3.zip" }', { pin: 'url', reference: { kind: 'archive' } }],
  ['[packages.idna]\nversion = "==3"', { specifier: '==3', pin: 'exact' }],
])('%s', (line, expected) => {
  const { requirements } = read(`[packages]\n${line}\n`);
  expect(requirements).toMatchObject([{ section: 'packages', role: 'main', syntax: 'pipfile', name: 'idna', problem: null, ...expected }]);
});

test('development packages are a group', () => {
  expect(read('[dev-packages]\npytest = "*"').requirements).toMatchObject([{ section: 'dev-packages', role: 'group', name: 'pytest' }]);
});

test('other tables name no packages', () => {
  expect(read('[requires]\npython_version = "3.12"\n[scripts]\ntest = "pytest"\n[packages]\nhalf = ').requirements).toEqual([]);
});

test.each([
  ['idna = "=>3"', '=>3', null],
  ['idna = "3.10"', '3.10', '==3.10'],
  ['idna = ""', '""', null],
  ['idna = ">=3 or so"', '>=3 or so', null],
  ['idna = 3', '3', null],
])('%s has a problem', (line, marked, repaired) => {
  const text = `[packages]\n${line}\n`;
  const { problem } = read(text).requirements[0] ?? {};
  expect(textAt(text, problem?.span ?? null)).toBe(marked);
  expect(problem?.repair?.edits[0]?.newText ?? null).toBe(repaired);
});

test.each([
  ['the first is asked, another for a package that names it', '', ['primary', 'explicit']],
  ['all are asked where Pipenv is told so', '[pipenv]\ninstall_search_all_sources = true\n', ['primary', 'extra']],
])('of the sources %s', (_, pipenv, roles) => {
  const text = `[[source]]\nurl = "https://index.example/simple"\nname = "one"\n[[source]]\nurl = "https://files.example/simple"\nverify_ssl = false\n${pipenv}`;
  const { indexes } = read(text);
  expect(indexes.map(({ role }) => role)).toEqual(roles);
  expect(indexes.map(({ name }) => name)).toEqual(['one', null]);
  expect(indexes.map(({ span }) => textAt(text, span))).toEqual(['https://index.example/simple', 'https://files.example/simple']);
  expect(indexes.map(({ unverifiedSpan }) => textAt(text, unverifiedSpan))).toEqual([null, 'verify_ssl = false']);
});

test('faults of TOML are looked for when asked', () => {
  expect(readPipfile('Pipfile', '[packages]\nidna = \n', { strict: true }).problems).toHaveLength(1);
});
