import { describe, expect, test } from 'vitest';

import { readPyprojectDependencies } from '../../../../src/core/documents/readPyprojectDependencies.ts';
import type { Requirement } from '../../../../src/core/documents/requirement.ts';
import { edited, textAt } from './textAt.ts';

const read = (text: string) => readPyprojectDependencies('pyproject.toml', text, { strict: false });
const only = (text: string): Requirement => {
  const { requirements } = read(text);
  expect(requirements).toHaveLength(1);
  return requirements[0] as Requirement;
};

describe('every table of requirements', () => {
  test.each([
    ['project', 'dependencies', 'project.dependencies', 'main'],
    ['project.optional-dependencies', 'socks', 'project.optional-dependencies.socks', 'extra'],
    ['project', 'optional-dependencies.Socks_5', 'project.optional-dependencies.Socks_5', 'extra'],
    ['dependency-groups', 'test', 'dependency-groups.test', 'group'],
    ['build-system', 'requires', 'build-system.requires', 'build'],
    ['tool.uv', 'dev-dependencies', 'tool.uv.dev-dependencies', 'group'],
    ['tool.uv', 'constraint-dependencies', 'tool.uv.constraint-dependencies', 'constraint'],
    ['tool.uv', 'override-dependencies', 'tool.uv.override-dependencies', 'override'],
    ['tool.uv', 'build-constraint-dependencies', 'tool.uv.build-constraint-dependencies', 'constraint'],
    ['tool.pdm.dev-dependencies', 'test', 'tool.pdm.dev-dependencies.test', 'group'],
    ['tool.hatch.envs.lint', 'dependencies', 'tool.hatch.envs.lint.dependencies', 'group'],
    ['tool.hatch.envs.lint', 'extra-dependencies', 'tool.hatch.envs.lint.extra-dependencies', 'group'],
    ['tool.hatch.build.targets.wheel.hooks.mypyc', 'dependencies', 'tool.hatch.build.targets.wheel.hooks.mypyc.dependencies', 'build'],
  ])('[%s] %s', (header, key, section, role) => {
    expect(only(`[${header}]\n${key} = ["idna>=3.4"]`)).toMatchObject({ section, role, name: 'idna', specifier: '>=3.4', pin: 'lower' });
  });

  test.each([
    ['of another name', '[project]\nother = ["idna"]'],
    ['deeper down', '[tool.demo.project]\ndependencies = ["idna"]'],
    ['in an array of tables', '[[project]]\ndependencies = ["idna"]'],
    ['in a list within the list', '[project]\ndependencies = [["idna"'],
    ['of the sources of uv', '[tool.uv.sources]\nidna = { git = "https://files.example/idna" }'],
    ['under a key that reaches a prototype', '[__proto__]\ndependencies = ["idna"]\n[constructor.prototype]\nx = 1'],
  ])('none %s', (_, text) => {
    expect(read(text).requirements).toEqual([]);
  });
});

test('a requirement tells all that stands in it, and where', () => {
  const text = `[project]\ndependencies = [\n\t'Requests[socks,use_chardet] >=2.31, <3 ; python_version < "3.13"',\n]\n`;
  const requirement = only(text);
  expect(requirement).toMatchObject({
    file: 'pyproject.toml',
    syntax: 'pep508',
    raw: 'Requests[socks,use_chardet] >=2.31, <3 ; python_version < "3.13"',
    name: 'requests',
    extras: ['socks', 'use_chardet'],
    specifier: '>=2.31,<3',
    clauses: [
      { operator: '>=', version: '2.31' },
      { operator: '<', version: '3' },
    ],
    marker: 'python_version < "3.13"',
    pin: 'range',
    reference: null,
    problem: null,
    hashes: [],
    isEditable: false,
  });
  expect(textAt(text, requirement.span)).toBe(requirement.raw);
  expect(textAt(text, requirement.nameSpan)).toBe('Requests');
  expect(textAt(text, requirement.specifierSpan)).toBe('>=2.31, <3');
  expect(requirement.span.start).toEqual({ line: 2, character: 2 });
});

test('a direct reference keeps its hashes apart', () => {
  const text = `project.dependencies = ["demo @ https://files.example/demo-1.0.tar.gz#sha256=${'0a'.repeat(32)}"]`;
  const { reference, pin, specifierSpan } = only(text);
  expect(reference).toMatchObject({ kind: 'archive', url: 'https://files.example/demo-1.0.tar.gz' });
  expect(reference?.hashes.map(({ span }) => textAt(text, span))).toEqual([`sha256=${'0a'.repeat(32)}`]);
  expect({ pin, specifierSpan }).toEqual({ pin: 'url', specifierSpan: null });
});

describe('places are exact', () => {
  test.each([
    ['behind a byte order mark', '\uFEFFproject.dependencies = ["idna>=3"]', 'idna>=3'],
    ['with CRLF', '[project]\r\ndependencies = [\r\n\t"idna>=3",\r\n]\r\n', 'idna>=3'],
    ['behind an emoji', 'project.dependencies = ["idna>=3"] # \u{1F600}', 'idna>=3'],
    ['with an escape in the name', 'project.dependencies = ["id\\u006Ea>=3"]', 'id\\u006Ea>=3'],
    ['in a text of several lines', 'project.dependencies = ["""\\\r\n   idna>=3"""]', 'idna>=3'],
    ['in a raw text', "project.dependencies = ['''idna>=3''']", 'idna>=3'],
    ['with blanks around', 'project.dependencies = ["  idna>=3 "]', 'idna>=3'],
    ['behind a comment with brackets', 'project.dependencies = [ # ["x"]\n"idna>=3"]', 'idna>=3'],
  ])('%s', (_, text, written) => {
    const { name, raw, span, specifierSpan, problem } = only(text);
    expect({ name, raw, problem }).toEqual({ name: 'idna', raw: 'idna>=3', problem: null });
    expect(textAt(text, span)).toBe(written);
    expect(textAt(text, specifierSpan)).toBe('>=3');
  });
});

describe('half typed', () => {
  test.each([
    [
      'a text without its end',
      '[project]\ndependencies = [\n  "idna>=3",\n  "click>=\n]\n\n[build-system]\nrequires = ["hatchling"]',
      ['idna', 'hatchling'],
    ],
    [
      'a list without its end',
      '[project]\ndependencies = [\n  "idna>=3",\n\n[build-system]\nrequires = ["hatchling"]',
      ['idna', 'hatchling'],
    ],
    ['a comma that is missing', '[project]\ndependencies = [\n  "idna"\n  "click"\n]', ['idna', 'click']],
    ['a header without its end', '[project]\ndependencies = ["idna"]\n[build-sys', ['idna']],
    ['a key given twice', '[project]\ndependencies = ["idna"]\ndependencies = ["click"]', ['idna', 'click']],
    ['an inclusion without its end', '[dependency-groups]\ntest = ["pytest", {include-gr', ['pytest']],
    ['a key without a value', '[tool.poetry.dependencies]\nidna = \nclick = "^8"', ['click']],
  ])('%s', (_, text, names) => {
    expect(
      read(text)
        .requirements.filter(({ name }) => name !== null)
        .map(({ name }) => name),
    ).toEqual(names);
  });
});

describe('what is no requirement has a problem at its place', () => {
  test.each([
    ['project.dependencies = ["idna=>3"]', 'idna', '=>'],
    ['project.dependencies = ["id\u043Da"]', null, 'id\u043Da'],
    ['project.dependencies = [""]', null, '""'],
    ['project.dependencies = ["  "]', null, '"  "'],
    ['project.dependencies = ["idna>="]', 'idna', '>='],
    ['project.dependencies = ["""idna\n"""]', 'idna', 'idna'],
    ['project.dependencies = [3]', null, '3'],
    ['project.dependencies = [true]', null, 'true'],
    ['project.dependencies = [{ name = "idna" }]', null, '{ name = "idna" }'],
    ['project.dependencies = "idna"', null, '"idna"'],
    ['dependency-groups.test = [{ include-group = "x", more = 1 }]', null, '{ include-group = "x", more = 1 }'],
    ['dependency-groups.test = [{ include-group = 3 }]', null, '{ include-group = 3 }'],
    ['project.dependencies = ["-e ."]', null, '-e'],
  ])('%j', (text, name, marked) => {
    const requirement = only(text);
    expect(requirement.name).toBe(name);
    expect(textAt(text, requirement.problem?.span ?? null)).toBe(marked);
  });

  test.each([
    ['project.dependencies = ["idna=>3"]', 'project.dependencies = ["idna>=3"]'],
    ['project.dependencies = "idna"', 'project.dependencies = ["idna"]'],
    [`project.dependencies = ["idna; python_version < 3"]`, `project.dependencies = ["idna; python_version < '3'"]`],
    [`project.dependencies = ['idna; python_version < 3']`, `project.dependencies = ['idna; python_version < "3"']`],
  ])('%j is repaired to %j', (text, repaired) => {
    const edits = only(text).problem?.repair?.edits ?? [];
    expect(edits.map(edit => edited(text, edit))).toEqual([repaired]);
    expect(only(repaired).problem).toBeNull();
  });
});

test('groups tell which others they include, by names as written', () => {
  const text = '[dependency-groups]\nTest_All = ["pytest", {include-group = "Lint"}, { include-group = \'docs\' }]\n"lint" = []\n';
  const groups = read(text).groups.map(({ name, nameSpan, includes }) => ({
    name,
    written: textAt(text, nameSpan),
    includes: includes.map(({ group, span }) => [group, textAt(text, span)]),
  }));
  expect(groups).toEqual([
    {
      name: 'Test_All',
      written: 'Test_All',
      includes: [
        ['Lint', 'Lint'],
        ['docs', 'docs'],
      ],
    },
    { name: 'lint', written: 'lint', includes: [] },
  ]);
});

test.each([
  ['[tool.poetry.group.Dev]\noptional = true\ninclude-groups = ["lint"]', 'Dev'],
  ['[tool.poetry.group.Dev]\ninclude-groups = ["lint"]\n[tool.poetry.group.Dev.dependencies]\nidna = "3"', 'Dev'],
  ['[tool.poetry]\ngroup."Dev".include-groups = ["lint"]', 'Dev'],
  ['[tool.poetry.group]\nDev = { include-groups = ["lint"] }', 'Dev'],
])("Poetry's groups, in every way to write them: %j", (text, written) => {
  const [group, ...others] = read(text).groups;
  expect(others).toEqual([]);
  expect(group).toMatchObject({ kind: 'poetry', name: 'Dev', includes: [{ group: 'lint' }] });
  expect(textAt(text, group?.nameSpan ?? null)).toBe(written);
  expect(textAt(text, group?.includes[0]?.span ?? null)).toBe('lint');
});

test('an inclusion of a group is no requirement', () => {
  expect(read('[dependency-groups]\ntest = [{include-group = "lint"}]').requirements).toEqual([]);
});

test('a path of PDM is editable, and named by its fragment', () => {
  const text = '[tool.pdm.dev-dependencies]\ndev = ["-e file:///${PROJECT_ROOT}/part#egg=My_Part", "pytest"]';
  const [part, pytest] = read(text).requirements;
  expect(part).toMatchObject({ name: 'my-part', isEditable: true, pin: 'url', problem: null, reference: { kind: 'path' } });
  expect(textAt(text, part?.nameSpan ?? null)).toBe('My_Part');
  expect(textAt(text, part?.span ?? null)).toBe('-e file:///${PROJECT_ROOT}/part#egg=My_Part');
  expect(pytest).toMatchObject({ name: 'pytest', isEditable: false });
});

test('faults of TOML are looked for only when asked', () => {
  const text = '[project]\ndependencies = ["idna"]\ndependencies = ["click"]\n';
  expect(read(text).problems).toEqual([]);
  const { problems } = readPyprojectDependencies('pyproject.toml', text, { strict: true });
  expect(problems.map(({ range }) => range.start.line)).toEqual([2]);
});

describe('hostile files', () => {
  test.each([
    ['5,000 lists, one in another', `project.dependencies = ${'['.repeat(5000)}"idna"`],
    ['5,000 tables, one in another', `tool.poetry.dependencies.x = ${'{a='.repeat(5000)}`],
    ['a key of 5,000 parts', `[tool.poetry.dependencies${'.a'.repeat(5000)}]\nversion = "1"`],
    [
      'a prototype for a name',
      '[tool.poetry.dependencies]\n__proto__ = { version = "1", polluted = true }\nconstructor.prototype.polluted = "1"',
    ],
    ['lone surrogates', 'project.dependencies = ["\uD800idna"]\n"\uDC00" = 1'],
    ['20,000 comments to silence rules', '# countersign: ignore[dep/unpinned] x\n'.repeat(20_000)],
    ['2,000 names of one dependency', `[tool.poetry.dependencies]\n${'idna.extras = ["a"]\n'.repeat(2_000)}`],
    ['2,000 inclusions', `dependency-groups.a = [${'{include-group="b"},'.repeat(2_000)}]`],
    ['a long run of blanks in a text', `project.dependencies = ["idna${' '.repeat(100_000)}x"]`],
    ['a long run of quotation marks', `[tool.poetry.dependencies]\n${'"'.repeat(50_000)} = 1`],
  ])('%s are read within a second, without an exception', (_, text) => {
    const start = performance.now();
    read(text);
    expect(performance.now() - start).toBeLessThan(1000);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });
});
