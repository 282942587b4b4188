import { describe, expect, test } from 'vitest';

import { lockForeignUrl } from '../../../../../src/core/checks/lock/lockForeignUrl.ts';
import { lockNoVersion } from '../../../../../src/core/checks/lock/lockNoVersion.ts';
import { lockPath } from '../../../../../src/core/checks/lock/lockPath.ts';
import { lockUnhashed } from '../../../../../src/core/checks/lock/lockUnhashed.ts';
import { lockUnpinned } from '../../../../../src/core/checks/lock/lockUnpinned.ts';
import { lockUnsupportedVersion } from '../../../../../src/core/checks/lock/lockUnsupportedVersion.ts';
import { lockVcs } from '../../../../../src/core/checks/lock/lockVcs.ts';
import { lockWeakHash } from '../../../../../src/core/checks/lock/lockWeakHash.ts';
import { addresses, filesHosts } from '../../../../../src/core/indexes/addresses.ts';
import { findingsOf, marksOf, type OfflineCheck } from '../dependencies/ruleFindings.ts';
import type { Texts } from '../projectFacts.ts';
import { application, bare, COMMIT, hashed, INDEX, released, SHA, sourced, uvLock } from './lockTexts.ts';

function messagesOf(check: OfflineCheck, texts: Texts): readonly string[] {
  return findingsOf(check, texts, 'application').map(finding => `${finding.package}: ${finding.message}`);
}

describe('lock/unhashed', () => {
  test.each([
    ['hashes', uvLock(released('a')), []],
    ['a file without one', uvLock(released('a', bare('a'))), ['error uv.lock:4 a']],
    ['one file of two', uvLock(released('a'), released('b', `${hashed('b')}, ${bare('b')}`)), ['error uv.lock:10 b']],
    ['no file at all', uvLock(released('a', '')), ['error uv.lock:4 a']],
    ['an empty hash', uvLock(released('a', hashed('a', 'files.index.example', ''))), ['error uv.lock:4 a']],
    ['a hash without a digest', uvLock(released('a', hashed('a', 'files.index.example', 'sha256:'))), ['error uv.lock:4 a']],
    ['folders and checkouts', uvLock(sourced('a', '{ editable = "." }'), sourced('b', '{ git = "https://git.example/b#c0ffee" }')), []],
    ['an archive', uvLock(sourced('a', '{ url = "https://files.example/a.zip" }', 'sdist = { hash = "sha256:00" }')), []],
    [
      'an archive without one',
      uvLock(sourced('a', '{ url = "https://files.example/a.zip" }', 'sdist = { size = 1 }')),
      ['error uv.lock:4 a'],
    ],
    [
      'the old bug of Poetry',
      { 'poetry.lock': '[[package]]\nname = "a"\nversion = "1"\n\n[metadata]\nlock-version = "1.1"\n\n[metadata.files]\na = []\n' },
      ['error poetry.lock:2 a'],
    ],
    [
      'a pylock',
      { 'pylock.toml': 'lock-version = "1.0"\n[[packages]]\nname = "a"\nwheels = [{ url = "x", hashes = {} }]\n' },
      ['error pylock.toml:3 a'],
    ],
    [
      'a Pipfile.lock',
      { 'Pipfile.lock': '{"_meta": {"pipfile-spec": 6}, "default": {"a": {"version": "==1"}}}' },
      ['error Pipfile.lock:1 a'],
    ],
    ['no version of the format', { 'uv.lock': released('a', bare('a')) }, ['error uv.lock:2 a']],
    ['an unknown format', { 'uv.lock': `version = 2\n${released('a', bare('a'))}` }, []],
  ])('%s', (_, texts, expected) => {
    expect(marksOf(lockUnhashed, texts, 'application')).toEqual(expected);
    expect(marksOf(lockUnhashed, texts, 'library')).toEqual(expected.map(mark => mark.replace('error', 'warning')));
  });

  test('says how many files', () => {
    const texts = uvLock(
      released('a', bare('a')),
      released('b', `${bare('b')}, ${hashed('b')}`),
      released('c', `${bare('c')}, ${bare('c')}`),
      released('d', ''),
    );
    expect(messagesOf(lockUnhashed, texts)).toEqual([
      'a: The file of a 1.0 has no hash, so other bytes would be installed unnoticed. Lock again.',
      'b: 1 of 2 files of b 1.0 has no hash, so other bytes would be installed unnoticed. Lock again.',
      'c: All 2 files of c 1.0 have no hash, so other bytes would be installed unnoticed. Lock again.',
      'd: d 1.0 is locked without any file and hash: whatever the index serves is installed. Lock again.',
    ]);
  });

  test('shows nothing that cannot be seen', () => {
    expect(messagesOf(lockUnhashed, uvLock(released('a', bare('a'), '1\u202e')))[0]).toContain('a 1\\u{202e} has');
  });
});

test.each([
  ['sha256', `sha256:${SHA}`, []],
  ['blake2b', 'blake2b:00', []],
  ['md5', 'MD5:00', ['error uv.lock:4 a']],
  ['sha1', 'sha1:00', ['error uv.lock:4 a']],
  ['none', '', []],
])('lock/weak-hash: %s', (_, hash, expected) => {
  expect(marksOf(lockWeakHash, uvLock(released('a', hashed('a', 'files.index.example', hash))), 'application')).toEqual(expected);
});

test('lock/weak-hash: a strong one beside a weak one is enough', () => {
  const pylock = (hashes: string): Texts => ({
    'pylock.toml': `lock-version = "1.0"\n[[packages]]\nname = "a"\nwheels = [{ hashes = ${hashes} }]\n`,
  });
  expect(marksOf(lockWeakHash, pylock('{ md5 = "00", sha256 = "00" }'))).toEqual([]);
  expect(messagesOf(lockWeakHash, pylock('{ md5 = "00", sha1 = "00" }'))).toEqual([
    'a: a has only a digest of md5 and sha1, which can be forged. Lock again with SHA-256.',
  ]);
});

test.each([
  ['a version', '"version": "==1"', [], []],
  ['none', '"index": "x"', ['error Pipfile.lock:1 a'], []],
  ['a range', '"version": ">=1"', [], ['error Pipfile.lock:1 a']],
  ['anything', '"version": "*"', [], ['error Pipfile.lock:1 a']],
  ['a series', '"version": "==1.*"', [], ['error Pipfile.lock:1 a']],
  ['a folder', '"path": "."', [], []],
  ['a checkout of any version', `"git": "x", "ref": "${COMMIT}", "version": "*"`, [], []],
  ['a branch', '"git": "x", "ref": "main"', [], ['error Pipfile.lock:1 a']],
  ['a part of a commit', '"git": "x", "ref": "c0ffee"', [], ['error Pipfile.lock:1 a']],
  ['a checkout of whatever is there', '"git": "x"', [], ['error Pipfile.lock:1 a']],
  ['a revision of Subversion', '"svn": "x", "ref": "12"', [], []],
])('lock/no-version and lock/unpinned: %s', (_, entry, withoutVersion, unpinned) => {
  const texts = { 'Pipfile.lock': `{"_meta": {"pipfile-spec": 6}, "default": {"a": {${entry}}}}` };
  expect(marksOf(lockNoVersion, texts, 'application')).toEqual(withoutVersion);
  expect(marksOf(lockUnpinned, texts, 'application')).toEqual(unpinned);
});

test.each<[string, Texts]>([
  ['uv', uvLock(released('a', hashed('a'), '*'))],
  ['Poetry', { 'poetry.lock': `[[package]]\nname = "a"\nversion = "^1"\n[metadata]\nlock-version = "2.1"\n` }],
  ['PDM', { 'pdm.lock': `[[package]]\nname = "a"\nversion = "~=1.0"\n[metadata]\nlock_version = "4.5.0"\n` }],
  ['a pylock', { 'pylock.toml': `lock-version = "1.0"\n[[packages]]\nname = "a"\nversion = ">=1"\n` }],
])('lock/unpinned: a range in a lock of %s', (_, texts) => {
  expect(messagesOf(lockUnpinned, texts)).toEqual([expect.stringMatching(/^a: a is locked to \S+, which is not one version/)]);
  expect(marksOf(lockNoVersion, texts, 'application')).toEqual([]);
});

test.each<[string, Texts]>([
  ['uv', uvLock(sourced('a', '{ git = "https://git.example/a?rev=main" }'))],
  ['Poetry', { 'poetry.lock': `[[package]]\nname = "a"\n[package.source]\ntype = "git"\nurl = "x"\nreference = "main"\n` }],
  ['PDM', { 'pdm.lock': '[[package]]\nname = "a"\ngit = "x"\nrevision = "main"\n' }],
  ['a pylock', { 'pylock.toml': '[[packages]]\nname = "a"\n[packages.vcs]\ntype = "git"\nurl = "x"\ncommit-id = "main"\n' }],
])('lock/unpinned: a branch in a lock of %s', (_, texts) => {
  expect(messagesOf(lockUnpinned, texts)).toEqual([
    'a: a comes from a repository, and its commit is not fixed: other code may be installed next time. Lock again.',
  ]);
});

test.each<[string, Texts, readonly string[]]>([
  [
    'a Pipfile.lock',
    { 'Pipfile.lock': '{"_meta": {"pipfile-spec": 6}, "default": {\n"a": {},\n"b": {"hashes": [], "versio' },
    ['error Pipfile.lock:2 a'],
  ],
  [
    'a uv.lock',
    uvLock(
      sourced('a', `{ registry = "${INDEX}" }`),
      `[[package]]\nname = "b"\nwheels = [\n    { url = "https://files.index.example/b.whl", ha`,
    ),
    ['error uv.lock:4 a'],
  ],
])('where %s ends too early, nothing is said to be missing', (_, texts, expected) => {
  expect(marksOf(lockNoVersion, texts, 'application')).toEqual(expected);
  expect(marksOf(lockUnhashed, texts, 'application')).toEqual(expected);
});

test('what is broken in one package is no matter of the next', () => {
  const texts = uvLock(sourced('a', '{ registry = "x" '), sourced('b', '{ registry = "x" }'));
  expect(marksOf(lockNoVersion, texts, 'application')).toEqual(['error uv.lock:8 b']);
});

test('lock/no-version: folders have none of their own', () => {
  expect(marksOf(lockNoVersion, uvLock(sourced('a', '{ editable = "." }')), 'application')).toEqual([]);
  expect(marksOf(lockNoVersion, uvLock(sourced('a', `{ registry = "${INDEX}" }`)), 'application')).toEqual(['error uv.lock:4 a']);
});

test('lock/vcs: a checkout, with its commit or without', () => {
  const texts = uvLock(
    released('a'),
    sourced('b', `{ git = "https://git.example/b#${COMMIT}" }`),
    sourced('c', '{ git = "https://git.example/c" }'),
  );
  expect(marksOf(lockVcs, texts, 'application')).toEqual(['info uv.lock:10 b', 'info uv.lock:14 c']);
  expect(messagesOf(lockVcs, texts)).toEqual([
    'b: b comes from a repository: its commit is fixed, but no hash can be checked.',
    'c: c comes from a repository, and its commit is not fixed. Lock again.',
  ]);
});

test.each<[string, Texts, readonly string[]]>([
  ['releases', uvLock(released('a')), []],
  ['a folder', uvLock(sourced('a', '{ directory = "../a" }')), ['info uv.lock:4 a']],
  ['a file', uvLock(sourced('a', '{ path = "a.whl" }')), ['info uv.lock:4 a']],
  ['the project itself', uvLock(sourced('a', '{ editable = "." }'), sourced('b', '{ virtual = "./" }')), []],
  ['the project by its name', { ...application('[]'), ...uvLock(sourced('demo', '{ editable = "packages/demo" }')) }, []],
  ['a member of the workspace', uvLock('[manifest]\nmembers = ["a"]\n', sourced('a', '{ editable = "packages/a" }')), []],
  [
    'the project in a pylock',
    { 'pylock.toml': 'lock-version = "1.0"\n[[packages]]\nname = "a"\ndirectory = { path = ".", editable = true }\n' },
    ['info pylock.toml:3 a'],
  ],
])('lock/path: %s', (_, texts, expected) => {
  expect(marksOf(lockPath, texts, 'application')).toEqual(expected);
});

test.each([
  ["the index's own host", hashed('a', 'index.example'), INDEX, []],
  ['a host below it', hashed('a', 'files.index.example'), INDEX, []],
  ['another host', hashed('a', 'evil.example'), INDEX, ['warning uv.lock:4 a']],
  ['a host that only ends alike', hashed('a', 'evilindex.example'), INDEX, ['warning uv.lock:4 a']],
  ['one file of two', `${hashed('a')}, ${hashed('a', 'evil.example')}`, INDEX, ['warning uv.lock:4 a']],
  ['the host in another case, with a port', hashed('a', 'Index.Example:443'), INDEX, []],
  ['a name before the host', hashed('a', 'index.example@evil.example'), INDEX, ['warning uv.lock:4 a']],
  ["the public index's files", hashed('a', filesHosts[addresses.pypi.readUrl]), addresses.pypi.readUrl, []],
  ["the test index's files", hashed('a', filesHosts[addresses.testpypi.readUrl]), addresses.testpypi.readUrl, []],
  ["the public index's files at another index", hashed('a', filesHosts[addresses.pypi.readUrl]), INDEX, ['warning uv.lock:4 a']],
  ['a folder as an index', hashed('a'), '../links', []],
])('lock/foreign-url: %s', (_, artifacts, index, expected) => {
  const texts = uvLock(sourced('a', `{ registry = "${index}" }`, `wheels = [${artifacts}]\n`));
  expect(marksOf(lockForeignUrl, texts, 'application')).toEqual(expected);
});

test.each([
  ['a known one', { 'uv.lock': 'version = 1\n' }, []],
  ['a newer one', { 'uv.lock': 'version = 2\n' }, ['info uv.lock:1 2']],
  ['a newer one of Poetry', { 'poetry.lock': '[metadata]\nlock-version = "3.0"\n' }, ['info poetry.lock:2 3.0']],
  ['a newer minor one of PDM, which takes none itself', { 'pdm.lock': '[metadata]\nlock_version = "4.6.0"\n' }, ['info pdm.lock:2 4.6.0']],
  ['a newer minor one of Poetry, which reads it', { 'poetry.lock': '[metadata]\nlock-version = "2.2"\n' }, []],
  ['none', { 'uv.lock': 'revision = 1\n' }, ['info uv.lock:1 ']],
  ['none that could be read', { 'uv.lock': 'version = \n' }, []],
])('lock/unsupported-version: %s', (_, texts, expected) => {
  expect(marksOf(lockUnsupportedVersion, texts)).toEqual(expected);
});
