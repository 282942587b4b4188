import { expect, test } from 'vitest';

import { lockStale } from '../../../../../src/core/checks/lock/lockStale.ts';
import { findingsOf, marksOf } from '../dependencies/ruleFindings.ts';
import type { Texts } from '../projectFacts.ts';
import { application, released, sourced, uvLock } from './lockTexts.ts';

/** A lock of uv for the project that was asked for these, and holds these packages. */
function lockedFor(requires: string, ...packages: readonly string[]): Texts {
  return uvLock(sourced('demo', '{ editable = "." }', `[package.metadata]\nrequires-dist = [${requires}]\n`), ...packages);
}

/** The finding at the lock is one for all. */
function staleRequirements(texts: Texts): readonly string[] {
  const [summary, ...marks] = marksOf(lockStale, texts, 'application');
  if (summary !== undefined) expect(summary).toMatch(/^warning \S+:1 $/);
  return marks.map(mark => mark.replace(/^warning \S+ /, ''));
}

test.each<[string, Texts, readonly string[]]>([
  ['nothing to lock', { ...application('[]'), ...lockedFor('') }, []],
  ['the same', { ...application('["a>=1,<2"]'), ...lockedFor('{ name = "a", specifier = "<2.0,>=1" }', released('a')) }, []],
  ['a new one', { ...application('["a", "b"]'), ...lockedFor('{ name = "a" }', released('a'), released('b')) }, ['b']],
  ['another bound', { ...application('["a>=2"]'), ...lockedFor('{ name = "a", specifier = ">=1" }', released('a')) }, ['a>=2']],
  [
    'other markers of the same',
    {
      ...application(`["a>=1; os_name == 'x'", "a>=2; os_name != 'x'"]`),
      ...lockedFor('{ name = "a", specifier = ">=2" }, { name = "a", specifier = ">=1" }', released('a')),
    },
    [],
  ],
  [
    'an extra',
    {
      ...application('[]', '[project.optional-dependencies]\nx = ["a", "demo[y]"]\ny = []\n'),
      ...lockedFor(`{ name = "a", marker = "extra == 'x'" }`, released('a')),
    },
    [],
  ],
  ['a group', { ...application('[]', '[dependency-groups]\ndev = ["a", {include-group = "b"}]\nb = []\n'), ...lockedFor('') }, ['a']],
  [
    'a group that is locked',
    {
      ...application('[]', '[dependency-groups]\ndev = ["a"]\n'),
      ...lockedFor('', '[package.metadata.requires-dev]\ndev = [{ name = "a" }]\n', released('a')),
    },
    [],
  ],
  [
    'an address',
    {
      ...application('["a @ https://files.example/a.zip"]'),
      ...lockedFor('{ name = "a", url = "https://files.example/a.zip" }', sourced('a', '{ url = "x" }')),
    },
    [],
  ],
  [
    'a source of its own',
    {
      ...application('["a>=5"]', '[tool.uv.sources]\na = { workspace = true }\n'),
      ...lockedFor('{ name = "a", editable = "packages/a" }', sourced('a', '{ editable = "packages/a" }')),
    },
    [],
  ],
  ['build requirements', { ...application('[]', '[build-system]\nrequires = ["a"]\n'), ...lockedFor('') }, []],
  [
    'a version that is not asked for',
    { ...application('["a==2"]'), ...lockedFor('{ name = "a", specifier = "==2" }', released('a')) },
    ['a==2'],
  ],
  [
    'a version by override',
    {
      ...application('["a==2"]', '[tool.uv]\noverride-dependencies = ["a==1"]\n'),
      ...lockedFor('{ name = "a", specifier = "==2" }', released('a')),
    },
    [],
  ],
  [
    'a marker that holds nowhere',
    { ...application(`["a; python_version < '3'"]`), ...lockedFor(`{ name = "a", marker = "python_version < '3'" }`) },
    [],
  ],
  ['a pre-release', { ...application('["a>=1"]'), ...lockedFor('{ name = "a", specifier = ">=1" }', released('a', '', '2.0rc1')) }, []],
  ['a lock that does not tell', { ...application('["a", "b>=2", "c"]'), ...uvLock(released('a'), released('b')) }, ['b>=2', 'c']],
  ['one of two versions', { ...application('["a>=2"]'), ...uvLock(released('a'), released('a', '', '2.0')) }, []],
  ['a lock that cannot be read', { ...application('["a"]'), 'uv.lock': 'version = 1\n"\n' }, []],
  ['a lock of an unknown format', { ...application('["a"]'), 'uv.lock': 'version = 2\n' }, []],
  ['a project that cannot be read', { ...application('["a"'), ...lockedFor('') }, []],
  ['a lock of something else', { ...application('["a"]'), 'tests/uv.lock': 'version = 1\n' }, []],
  ['a lock of nothing', { 'uv.lock': 'version = 1\n' }, []],
  [
    'Poetry',
    {
      'pyproject.toml':
        '[tool.poetry.dependencies]\npython = "^3.11"\na = "^2"\nb = { path = "b" }\nc = "*"\nd = { version = "*", python = "<3" }\n',
      'poetry.lock': `${released('a')}${released('b')}[metadata]\nlock-version = "2.1"\n`,
    },
    ['a = "^2"', 'c = "*"'],
  ],
  [
    'PDM, of the groups that were locked',
    {
      ...application('["a", "b"]', '[dependency-groups]\ndev = ["c"]\n'),
      'pdm.lock': `[metadata]\nlock_version = "4.5.0"\ngroups = ["default"]\n${released('a')}`,
    },
    ['b'],
  ],
  [
    'PDM, with an override',
    {
      ...application('["a>=2"]', '[tool.pdm.resolution.overrides]\na = "1.0"\n'),
      'pdm.lock': `[metadata]\nlock_version = "4.5.0"\n${released('a')}`,
    },
    [],
  ],
  [
    'Pipenv',
    {
      Pipfile: '[packages]\na = "*"\nb = ">=2"\n[dev-packages]\nc = "*"\n',
      'Pipfile.lock': '{"_meta": {"pipfile-spec": 6}, "default": {"a": {"version": "==1"}, "b": {"version": "==1"}}}',
    },
    ['b = ">=2"', 'c = "*"'],
  ],
  [
    'a pylock, which may leave things out',
    { ...application('["a>=2", "b"]'), 'pylock.toml': `lock-version = "1.0"\n[[packages]]\nname = "a"\nversion = "1"\n` },
    ['a>=2'],
  ],
])('lock/stale: %s', (_, texts, expected) => {
  expect(staleRequirements(texts)).toEqual(expected);
});

test('lock/stale: at the lock stands what is wrong with it as a whole', () => {
  const texts = {
    ...application('["a", "b>=2", "c==3", "d"]'),
    ...lockedFor('{ name = "b", specifier = ">=1" }, { name = "c", specifier = "==3" }, { name = "gone" }', released('c')),
  };
  expect(findingsOf(lockStale, texts, 'application').map(({ file, message }) => `${file}: ${message}`)).toEqual([
    'uv.lock: This lock does not match pyproject.toml: a, b, c and 2 more. Lock again.',
    'pyproject.toml: a is not in uv.lock. Lock again.',
    'pyproject.toml: uv.lock was made for b>=1, but now >=2 is asked for. Lock again.',
    'pyproject.toml: uv.lock holds c 1.0, but ==3 is asked for. Lock again.',
    'pyproject.toml: d is not in uv.lock. Lock again.',
  ]);
});

/** A lock of uv that was made for the project's version 1 with this in its manifest. */
function lockedWith(manifest: string, version = 'version = "1"\n'): Texts {
  return uvLock(`[manifest]\n${manifest}`, sourced('demo', '{ editable = "." }', version));
}

test.each<[string, Texts, string | null]>([
  [
    'the same',
    {
      ...application('[]', '[tool.uv]\nconstraint-dependencies = ["A_b <2.0"]\n'),
      ...lockedWith('constraints = [{ name = "a-b", specifier = "<2" }]'),
    },
    null,
  ],
  ['another version', { ...application('[]'), ...lockedWith('', 'version = "0.9"\n') }, 'version'],
  ['the same version, written otherwise', { ...application('[]'), ...lockedWith('', 'version = "1.0"\n') }, null],
  [
    'a version that the build works out, once locked',
    { 'pyproject.toml': '[project]\nname = "demo"\ndynamic = ["version"]\n', ...lockedWith('') },
    null,
  ],
  ['a version that the build worked out', { ...application('[]'), ...lockedWith('', '') }, null],
  [
    'the version of a member',
    { ...application('[]'), ...uvLock(sourced('demo', '{ editable = "packages/demo" }', 'version = "2"\n')) },
    null,
  ],
  [
    'a constraint more',
    { ...application('[]', '[tool.uv]\nconstraint-dependencies = ["a"]\n'), ...lockedWith('') },
    'constraint-dependencies',
  ],
  ['a constraint less', { ...application('[]'), ...lockedWith('constraints = [{ name = "a" }]') }, 'constraint-dependencies'],
  [
    'another constraint',
    {
      ...application('[]', '[tool.uv]\nconstraint-dependencies = ["a<3"]\n'),
      ...lockedWith('constraints = [{ name = "a", specifier = "<2" }]'),
    },
    'constraint-dependencies',
  ],
  [
    'another override',
    {
      ...application('[]', '[tool.uv]\noverride-dependencies = ["a==3"]\n'),
      ...lockedWith('overrides = [{ name = "a", specifier = "==2" }]'),
    },
    'override-dependencies',
  ],
  [
    'another build constraint',
    {
      ...application('[]', '[tool.uv]\nbuild-constraint-dependencies = ["a<3"]\n'),
      ...lockedWith('build-constraints = [{ name = "a", specifier = "<2" }]'),
    },
    'build-constraint-dependencies',
  ],
  [
    'build constraints that older versions of uv do not tell',
    { ...application('[]', '[tool.uv]\nbuild-constraint-dependencies = ["a<3"]\n'), ...lockedWith('') },
    null,
  ],
  [
    'a constraint from a place of its own',
    {
      ...application('[]', '[tool.uv]\nconstraint-dependencies = ["a<3"]\n[tool.uv.sources]\na = { git = "x" }\n'),
      ...lockedWith('constraints = [{ name = "a", git = "x" }]'),
    },
    null,
  ],
  [
    'constraints that cannot be read',
    { ...application('[]', '[tool.uv]\nconstraint-dependencies = ["a<", 1]\n'), ...lockedWith('') },
    null,
  ],
])('lock/stale: what uv repeats of the project: %s', (_, texts, field) => {
  const expected = field === null ? [] : [`This lock does not match pyproject.toml: ${field}. Lock again.`];
  expect(findingsOf(lockStale, texts, 'application').map(({ message }) => message)).toEqual(expected);
});

test.each<[string, Texts, number]>([
  ['is said at the lock', application('[]'), 1],
  ['is not, where the build works the dependencies out', { 'pyproject.toml': '[project]\nname = "demo"\ndynamic = ["dependencies"]\n' }, 0],
  ['is not, where another table asks for it', application('[]', '[dependency-groups]\nx = ["gone"]\n'), 2],
])('lock/stale: what the project does not ask for any more %s', (_, project, expected) => {
  expect(marksOf(lockStale, { ...project, ...lockedFor('{ name = "gone" }') })).toHaveLength(expected);
});
