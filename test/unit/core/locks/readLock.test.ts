import { describe, expect, test } from 'vitest';

import type { LockKind } from '../../../../src/core/documents/dependencyDocument.ts';
import { findLockProblems } from '../../../../src/core/locks/findLockProblems.ts';
import { lockedVersions } from '../../../../src/core/locks/lockedVersions.ts';
import { lockKindOf, readLock } from '../../../../src/core/locks/readLock.ts';
import { linesOf } from '../../../../src/core/text/lines.ts';
import type { Span } from '../../../../src/core/text/span.ts';

const COMMIT = 'c0ffee'.padEnd(40, '0');

test.each([
  ['uv.lock', 'uv-lock'],
  ['packages/demo/poetry.lock', 'poetry-lock'],
  ['pdm.lock', 'pdm-lock'],
  ['Pipfile.lock', 'pipfile-lock'],
  ['pylock.toml', 'pylock'],
  ['pylock.dev.toml', 'pylock'],
  ['pylock.a.b.toml', null],
  ['mypylock.toml', null],
  ['Cargo.lock', null],
  ['uv.lock.bak', null],
])('%s is a lock by its name: %s', (file, kind) => {
  expect(lockKindOf(file)).toBe(kind);
});

test.each<[LockKind, string, string | null, boolean]>([
  ['uv-lock', 'version = 1\nrevision = 99\n', '1', true],
  ['uv-lock', 'version = 2\n', '2', false],
  ['uv-lock', '', null, false],
  ['poetry-lock', '[metadata]\nlock-version = "1.1"\n', '1.1', true],
  ['poetry-lock', '[metadata]\nlock-version = "2.1"\n', '2.1', true],
  ['poetry-lock', '[metadata]\nlock-version = "3.0"\n', '3.0', false],
  ['pdm-lock', '[metadata]\nlock_version = "4.5.0"\n', '4.5.0', true],
  ['pdm-lock', '[metadata]\nlock_version = "4.6"\n', '4.6', false],
  ['pdm-lock', '[metadata]\nlock_version = "5.0"\n', '5.0', false],
  ['pdm-lock', '[metadata]\nlock_version = "40.1"\n', '40.1', false],
  ['pipfile-lock', '{"_meta": {"pipfile-spec": 6}}', '6', true],
  ['pipfile-lock', '{"_meta": {"pipfile-spec": 7}}', '7', false],
  ['pylock', 'lock-version = "1.0"\n', '1.0', true],
  ['pylock', 'lock-version = "1.1"\n', '1.1', false],
])('a %s knows its own format: %j', (kind, text, formatVersion, isSupported) => {
  const lock = readLock('x', kind, text);
  expect(lock).toMatchObject({ formatVersion, isSupported, problems: [] });
  expect(at(text, lock.formatVersionSpan)).toBe(formatVersion ?? '');
});

test.each<[string, LockKind, string, string]>([
  ['a checkout of uv', 'uv-lock', uv(`{ git = "https://git.example/a?rev=main#${COMMIT}" }`), `vcs https://git.example/a ${COMMIT}`],
  ['a file of uv', 'uv-lock', uv('{ path = "a.whl" }'), 'file a.whl null'],
  ['a folder of uv', 'uv-lock', uv('{ directory = "../a" }'), 'directory ../a null'],
  ['a virtual project', 'uv-lock', uv('{ virtual = "." }'), 'virtual . null'],
  ['an archive', 'uv-lock', uv('{ url = "https://files.example/a.zip" }'), 'url https://files.example/a.zip null'],
  ['a checkout of Poetry', 'poetry-lock', poetry('git', 'https://git.example/a'), `vcs https://git.example/a ${COMMIT}`],
  ['a file of Poetry', 'poetry-lock', poetry('file', 'a.whl'), 'file a.whl null'],
  ['a folder of Poetry', 'poetry-lock', poetry('directory', 'a'), 'directory a null'],
  ['a folder that is developed', 'poetry-lock', poetry('directory', 'a', 'develop = true'), 'editable a null'],
  ['an index of Poetry', 'poetry-lock', poetry('legacy', 'https://index.example/simple'), 'registry https://index.example/simple null'],
  [
    'a checkout of PDM',
    'pdm-lock',
    `[[package]]\nname = "a"\ngit = "https://git.example/a"\nrevision = "${COMMIT}"\n`,
    `vcs https://git.example/a ${COMMIT}`,
  ],
  ['a file of PDM', 'pdm-lock', '[[package]]\nname = "a"\npath = "./a.tar.gz"\n', 'file ./a.tar.gz null'],
  ['a folder of PDM', 'pdm-lock', '[[package]]\nname = "a"\npath = "./a"\n', 'directory ./a null'],
  ['an archive of a pylock', 'pylock', '[[packages]]\nname = "a"\narchive = { path = "a.zip" }\n', 'file a.zip null'],
  [
    'a checkout of a pylock',
    'pylock',
    `[[packages]]\nname = "a"\n[packages.vcs]\ntype = "git"\nurl = "https://git.example/a"\ncommit-id = "${COMMIT}"\n`,
    `vcs https://git.example/a ${COMMIT}`,
  ],
  [
    'a checkout of Pipenv',
    'pipfile-lock',
    `{"default": {"a": {"git": "https://git.example/a", "ref": "${COMMIT}"}}}`,
    `vcs https://git.example/a ${COMMIT}`,
  ],
  [
    'an archive of Pipenv',
    'pipfile-lock',
    '{"tools": {"a": {"file": "https://files.example/a.zip"}}}',
    'url https://files.example/a.zip null',
  ],
])('it is known where a package comes from: %s', (_, kind, text, expected) => {
  const { source } = readLock('x', kind, text).packages[0] ?? {};
  expect(`${source?.kind} ${source?.url} ${source?.commit}`).toBe(expected);
});

test('names are normalised and marked where they stand, whatever stands before them', () => {
  const text =
    '\uFEFF# "\u{1F40D}"\r\n[[package]]\r\nname\t= "Zope.Event" # x\r\nversion = \'5.0\'\r\nfiles = [{file = "\u{1F40D}.whl", hash = "SHA256:AB"}]\r\n';
  const lock = readLock('poetry.lock', 'poetry-lock', text);
  const [locked] = lock.packages;
  expect(locked).toMatchObject({ name: 'zope-event', version: '5.0', artifacts: [{ hashes: [{ algorithm: 'sha256', digest: 'ab' }] }] });
  expect(locked && at(text, locked.span)).toBe('Zope.Event');
  expect(locked && at(text, locked.artifacts[0]?.span ?? locked.span)).toBe('{file = "\u{1F40D}.whl", hash = "SHA256:AB"}');
});

test.each([
  ['==1.2', '1.2', undefined],
  ['===1.2', '1.2', undefined],
  ['*', null, '*'],
  ['>=1', null, '>=1'],
  ['==1.*', null, '==1.*'],
  ['==1!2.0', '1!2.0', undefined],
])('a range in a Pipfile.lock is no version: %s', (written, version, looseVersion) => {
  const [locked] = readLock('Pipfile.lock', 'pipfile-lock', `{"default": {"a": {"version": "${written}"}}}`).packages;
  expect([locked?.version, locked?.looseVersion]).toEqual([version, looseVersion]);
});

test.each<[LockKind, string]>([
  ['uv-lock', '[[package]]\nname = "a"\nversion = '],
  ['poetry-lock', '[[package]]\nname = "a"\nversion = '],
  ['pdm-lock', '[[package]]\nname = "a"\nversion = '],
  ['pylock', '[[packages]]\nname = "a"\nversion = '],
])('a range in a %s is no version', (kind, before) => {
  const read = (version: string): unknown => readLock('x', kind, `${before}"${version}"\n`).packages[0];
  expect(read('>=1')).toMatchObject({ version: null, looseVersion: '>=1' });
  expect(read('1!2.0+cpu')).toMatchObject({ version: '1!2.0+cpu' });
});

test('uv tells what else of the project it has locked', () => {
  const text =
    '[manifest]\nconstraints = [{ name = "A_b", specifier = "<4" }]\noverrides = [{ name = "c", git = "https://git.example/c" }]\n';
  expect(readLock('uv.lock', 'uv-lock', text).manifest).toMatchObject({
    constraints: [{ name: 'a-b', specifier: '<4', url: null }],
    overrides: [{ name: 'c', url: 'https://git.example/c' }],
    buildConstraints: [],
  });
});

test('a Pipfile.lock names its indexes, and those that are not verified', () => {
  const text =
    '{"_meta":{"sources":[{"name":"a","url":"https://a.example/simple","verify_ssl":false},{"name":"b","url":"https://b.example/simple"}]},"default":{"x":{"index":"b"},"y":{}}}';
  const { indexes, packages } = readLock('Pipfile.lock', 'pipfile-lock', text);
  expect(indexes.map(({ role, unverifiedSpan }) => [role, unverifiedSpan && at(text, unverifiedSpan)])).toEqual([
    ['primary', 'false'],
    ['extra', null],
  ]);
  expect(packages.map(({ source }) => source.url)).toEqual(['https://b.example/simple', 'https://a.example/simple']);
});

test('the first versions of PDM keep the files apart, by name and version', () => {
  const text =
    '[[package]]\nname = "a"\nversion = "1"\n[metadata]\nlock_version = "4.1"\n[metadata.files]\n"a 1" = [{file = "a.whl", hash = "sha256:00"}]\n"a 2" = []\n';
  expect(readLock('pdm.lock', 'pdm-lock', text).packages[0]?.artifacts).toHaveLength(1);
});

test('PDM tells which groups it has locked', () => {
  expect(readLock('pdm.lock', 'pdm-lock', '[metadata]\ngroups = ["default", "Dev_Tools"]\n').groups).toEqual(['default', 'dev-tools']);
});

test('a name may be locked several times', () => {
  const lock = readLock('uv.lock', 'uv-lock', `${uv('{ registry = "x" }')}${uv('{ registry = "y" }')}`);
  expect(
    lockedVersions(lock)
      .get('a')
      ?.map(({ source }) => source.url),
  ).toEqual(['x', 'y']);
});

describe('what is broken', () => {
  const good = (name: string): string => `[[package]]\nname = "${name}"\nversion = "1"\n`;

  test.each([
    ['a string that is not closed', '[[package]]\nname = "b\nversion = "2"\n'],
    ['a list that is not closed', '[[package]]\nname = "b"\nwheels = [\n    { url = "x" },\n'],
    ['an inline table that is not closed', '[[package]]\nname = "b"\nsource = { registry = "x"\n'],
    ['a key without a value', '[[package]]\nname = "b"\nversion =\n'],
    ['a key alone', '[[package]]\nname = "b"\nversion\n'],
    ['a header that is not closed', '[[package\nname = "b"\n'],
    ['what is no TOML at all', '}}} ??? = = [[[\n'],
    ['a missing comma', '[[package]]\nname = "b"\nwheels = [{ url = "x" } { url = "y" }]\n'],
    ['a key twice', '[[package]]\nname = "b"\nname = "b"\n'],
  ])('is passed over, and said: %s', (_, broken) => {
    const lock = readLock('uv.lock', 'uv-lock', `version = 1\n${good('a')}${broken}${good('c')}`);
    const expected = broken.startsWith('[[package') ? ['a', 'b', 'c'] : ['a', 'c'];
    expect(lock.packages.map(({ name }) => name)).toEqual(expected);
    expect(lock.problems).toHaveLength(1);
  });

  test('is said where it stands, far below too', () => {
    const text = `\uFEFFversion = 1\n${good('a').repeat(50)}[[package]]\nname = "b"\nversion = 1.2.3\n${good('c')}`;
    const { problems } = readLock('uv.lock', 'uv-lock', text);
    expect(problems.map(({ range }) => range.start)).toEqual([{ line: 153, character: 13 }]);
    expect(problems).toEqual(findLockProblems(text, 'uv-lock'));
  });

  test('is not always seen on the way', () => {
    const text = `version = 1\n[metadata]\n[metadata]\n`;
    expect(readLock('uv.lock', 'uv-lock', text).problems).toEqual([]);
    expect(findLockProblems(text, 'uv-lock')).toHaveLength(1);
  });

  test('may be a line end of long ago', () => {
    expect(readLock('uv.lock', 'uv-lock', 'version = 1\rrevision = 2\r').problems).toHaveLength(1);
    expect(readLock('uv.lock', 'uv-lock', 'version = 1\r\nrevision = 2\r\n').problems).toEqual([]);
  });

  test('JSON has no comments and no commas at the end', () => {
    for (const text of [
      '{"default": {"a": {"version": "==1"},}}',
      '// x\n{}',
      "{'default': {}}",
      '{"default": {}} x',
      '[]x',
      '',
      '{"default": {',
    ])
      expect(readLock('Pipfile.lock', 'pipfile-lock', text).problems.map(({ message }) => message)).toEqual([
        expect.stringContaining('not valid JSON'),
      ]);
  });

  test.each<[string, LockKind, string]>([
    [
      'TOML',
      'uv-lock',
      `version = 1\n${good('a')}<<<<<<< HEAD\n${good('b')}||||||| base\n${good('x')}=======\n${good('y')}>>>>>>> main\n${good('c')}`,
    ],
    [
      'TOML, within a list',
      'uv-lock',
      `version = 1\n${good('a')}${good('b')}wheels = [\n<<<<<<< HEAD\n    { url = "x" },\n=======\n    { url = "y" },\n>>>>>>> main\n]\n${good('c')}`,
    ],
    ['JSON', 'pipfile-lock', '{"default": {"a": {},\n<<<<<<< HEAD\n"b": {},\n=======\n"y": {},\n>>>>>>> main\n"c": {}}}'],
  ])('of a merge conflict the first side is read: %s', (_, kind, text) => {
    const lock = readLock('uv.lock', kind, text);
    expect(lock.packages.map(({ name }) => name)).toEqual(['a', 'b', 'c']);
    expect(lock.problems.map(({ message, range }) => [message.slice(0, 16), at(text, range)])).toEqual([
      ['A merge conflict', '<<<<<<< HEAD'],
    ]);
  });
});

function at(text: string, span: Span): string {
  const lines = linesOf(text);
  return text.slice(lines.offsetAt(span.start), lines.offsetAt(span.end));
}

function uv(source: string): string {
  return `[[package]]\nname = "a"\nsource = ${source}\n`;
}

function poetry(type: string, url: string, more = ''): string {
  return `[[package]]\nname = "a"\n${more}\n[package.source]\ntype = "${type}"\nurl = "${url}"\n${type === 'git' ? 'resolved_reference = "' + COMMIT + '"\n' : ''}`;
}
