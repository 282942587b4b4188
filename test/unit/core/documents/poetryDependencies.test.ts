import { describe, expect, test } from 'vitest';

import { readPyprojectDependencies } from '../../../../src/core/documents/readPyprojectDependencies.ts';
import type { Requirement } from '../../../../src/core/documents/requirement.ts';
import { textAt } from './textAt.ts';

const read = (text: string) => readPyprojectDependencies('pyproject.toml', text, { strict: false }).requirements;
const main = (line: string): Requirement => {
  const [requirement, ...others] = read(`[tool.poetry.dependencies]\n${line}`);
  expect(others).toEqual([]);
  return requirement as Requirement;
};

test.each([
  ['idna = "^3.4"', { specifier: '>=3.4,<4.0', pin: 'range' }],
  ['idna = "~3.4"', { specifier: '>=3.4,<3.5', pin: 'range' }],
  ['idna = "3.4"', { specifier: '==3.4', pin: 'exact' }],
  ['idna = "3.*"', { specifier: '==3.*', pin: 'wildcard' }],
  ['idna = "*"', { specifier: '', pin: 'none' }],
  ['idna = ">=3,<4"', { specifier: '>=3,<4', pin: 'range' }],
  ['idna = "^2 || ^3"', { specifier: '', pin: 'range' }],
  ['idna = { version = "^3.4", optional = true }', { specifier: '>=3.4,<4.0', role: 'extra' }],
  ['idna = { version = "^3.4", optional = false }', { role: 'main' }],
  ['idna.version = "^3.4"\nidna.optional = true', { role: 'extra' }],
  ['idna = { version = "^3", extras = ["a", "B"] }', { extras: ['a', 'B'] }],
  ['idna = { version = "^3", source = "private" }', { pin: 'range', reference: null }],
  ['idna = { version = "^3", markers = "sys_platform == \'win32\'" }', { marker: "sys_platform == 'win32'" }],
  ['idna = { version = "^3", platform = "win32" }', { marker: 'sys_platform == "win32"' }],
  ['idna = { version = "^3", python = "^3.9" }', { marker: 'python_version >= "3.9" and python_version < "4.0"' }],
  ['idna = { version = "^3", python = "<3.9.2" }', { marker: 'python_full_version < "3.9.2"' }],
  ['idna = { version = "^3", python = "*" }', { marker: null }],
  [
    'idna = { version = "^3", python = "<3.0 || >=3.9", markers = "os_name == \'nt\'" }',
    { marker: `os_name == 'nt' and (python_version < "3.0" or python_version >= "3.9")` },
  ],
])('%s', (line, expected) => {
  expect(main(line)).toMatchObject({
    section: 'tool.poetry.dependencies',
    role: 'main',
    syntax: 'poetry',
    name: 'idna',
    problem: null,
    ...expected,
  });
});

const commit = '0123456789abcdef0123456789abcdef01234567';

test.each([
  [`idna = { git = "https://files.example/idna.git", rev = "${commit}" }`, 'vcs', commit, 'vcs-sha'],
  ['idna = { git = "https://files.example/idna.git", rev = "0123456" }', 'vcs', '0123456', 'vcs-mutable'],
  ['idna = { git = "https://files.example/idna.git", tag = "v3" }', 'vcs', 'v3', 'vcs-mutable'],
  ['idna = { git = "https://files.example/idna.git", branch = "main" }', 'vcs', 'main', 'vcs-mutable'],
  ['idna = { git = "https://files.example/idna.git" }', 'vcs', null, 'vcs-mutable'],
  ['idna = { git = "git@files.example:idna.git" }', 'vcs', null, 'vcs-mutable'],
  ['idna = { url = "https://files.example/idna-3.zip" }', 'archive', null, 'url'],
  ['idna = { path = "../idna" }', 'path', null, 'url'],
  ['idna = { file = "dist/idna-3.whl" }', 'path', null, 'url'],
])('%s points somewhere', (line, kind, revision, pin) => {
  const requirement = main(line);
  expect(requirement).toMatchObject({ reference: { kind, revision }, pin, specifier: '', specifierSpan: null, isEditable: false });
  const text = `[tool.poetry.dependencies]\n${line}`;
  expect(textAt(text, requirement.reference?.span ?? null)).toBe(requirement.reference?.url);
});

test('a path that is developed in place is editable', () => {
  expect(main('idna = { path = "../idna", develop = true }').isEditable).toBe(true);
});

test.each([
  ['beside the dependencies of [project]', '[project]\ndependencies = ["idna"]\n[tool.poetry.dependencies]\n', 'override'],
  ['in a group', '[tool.poetry.group.a.dependencies]\n', 'group'],
])('optional %s it is no extra', (_, before, role) => {
  expect(read(`${before}idna = { version = "3", optional = true }`).at(-1)).toMatchObject({ role });
});

test('Python itself is no requirement', () => {
  expect(read('[tool.poetry.dependencies]\npython = "^3.9"')).toEqual([]);
});

describe('other tables', () => {
  test.each([
    ['[tool.poetry.dev-dependencies]', 'tool.poetry.dev-dependencies'],
    ['[tool.poetry.group.docs.dependencies]', 'tool.poetry.group.docs.dependencies'],
    ['[tool.poetry.group."my docs".dependencies]', 'tool.poetry.group.my docs.dependencies'],
  ])('%s', (header, section) => {
    expect(read(`${header}\nidna = "^3"`)).toMatchObject([{ section, role: 'group', name: 'idna' }]);
  });

  test.each(['[tool.poetry.extras]\nidna = ["x"]', '[tool.poetry.group.docs]\noptional = true', '[tool.poetry]\nname = "idna"'])(
    'none in %j',
    text => {
      expect(read(text)).toEqual([]);
    },
  );
});

describe('every way to write one', () => {
  test.each([
    ['a text', 'Idna = "^3"', 'Idna', '^3', 'Idna = "^3"'],
    ['a quoted key', '"zope.interface" = "^3"', 'zope.interface', '^3', '"zope.interface" = "^3"'],
    ['an inline table', 'idna = { version = "^3" }', 'idna', '^3', 'idna = { version = "^3" }'],
    ['dotted keys', 'idna.version = "^3"\nidna.extras = ["a"]', 'idna', '^3', 'idna.version = "^3"\nidna.extras = ["a"]'],
    [
      'a table of its own',
      '[tool.poetry.dependencies.idna]\nversion = "^3"',
      'idna',
      '^3',
      '[tool.poetry.dependencies.idna]\nversion = "^3"',
    ],
    ['a table of several lines', 'idna = {\n  version = "^3",\n}', 'idna', '^3', 'idna = {\n  version = "^3",\n}'],
  ])('%s', (_, written, name, specifier, covered) => {
    const text = `[tool.poetry.dependencies]\n# before\n${written} # after\n`;
    const [requirement, ...others] = read(text);
    expect(others).toEqual([]);
    expect(textAt(text, requirement?.nameSpan ?? null)).toBe(name);
    expect(textAt(text, requirement?.specifierSpan ?? null)).toBe(specifier);
    expect(textAt(text, requirement?.span ?? null)).toBe(covered);
    expect(requirement?.raw).toBe(covered);
  });

  test('a list of alternatives is one requirement each, with the name of all', () => {
    const text =
      '[tool.poetry.dependencies]\nidna = [\n  { version = "^2", python = "<3.8" },\n  { version = "^3", python = ">=3.8" },\n]\n';
    const requirements = read(text);
    expect(requirements.map(({ name, specifier, marker, span }) => ({ name, specifier, marker, line: span.start.line }))).toEqual([
      { name: 'idna', specifier: '>=2,<3', marker: 'python_version < "3.8"', line: 2 },
      { name: 'idna', specifier: '>=3,<4', marker: 'python_version >= "3.8"', line: 3 },
    ]);
    expect(requirements.map(({ nameSpan }) => textAt(text, nameSpan))).toEqual(['idna', 'idna']);
  });

  test('the same key twice is two requirements', () => {
    expect(read('[tool.poetry.dependencies]\nidna = "^3"\nidna = "^2"').map(({ specifier }) => specifier)).toEqual(['>=3,<4', '>=2,<3']);
  });
});

describe('beside [project] dependencies, which alone are published', () => {
  const project = '[project]\ndependencies = ["idna>=3"]\n\n[tool.poetry.dependencies]\n';

  test('the table overrides', () => {
    expect(read(`${project}idna = { git = "https://files.example/idna.git" }`).map(({ role }) => role)).toEqual(['main', 'override']);
  });

  test('and what only names a source is no requirement', () => {
    expect(read(`${project}idna = { source = "private" }`)).toHaveLength(1);
  });

  test('groups stay groups', () => {
    expect(read(`${project}[tool.poetry.group.dev.dependencies]\nidna = "^3"`).map(({ role }) => role)).toEqual(['main', 'group']);
  });

  test('an empty list publishes the table', () => {
    expect(read('[project]\ndependencies = []\n[tool.poetry.dependencies]\nidna = "^3"')).toMatchObject([{ role: 'main' }]);
  });
});

test.each([
  ['idna = "three"', 'idna', 'three'],
  ['idna = ""', 'idna', '""'],
  ['idna = { version = "=>3" }', 'idna', '=>3'],
  ['idna = 3', 'idna', '3'],
  ['idna = { version = 3.4 }', 'idna', '3.4'],
  ['idna = { version = "^3", markers = "python_version < 3" }', 'idna', '3'],
  ['"id na" = "^3"', null, 'id na'],
  ['"\u0456dna" = "^3"', null, '\u0456dna'],
])('%s has a problem', (line, name, marked) => {
  const requirement = main(line);
  expect(requirement.name).toBe(name);
  expect(textAt(`[tool.poetry.dependencies]\n${line}`, requirement.problem?.span ?? null)).toBe(marked);
});
