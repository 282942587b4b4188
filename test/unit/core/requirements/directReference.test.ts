import { describe, expect, test } from 'vitest';

import { readDirectReference } from '../../../../src/core/requirements/directReference.ts';

describe('what a URL points to', () => {
  test.each([
    ['https://files.example/a.zip', 'archive', 'https://files.example/a.zip', null],
    ['https://user:pass@files.example/a.zip', 'archive', 'https://user:pass@files.example/a.zip', null],
    ['git+https://git.example/a.git', 'vcs', 'git+https://git.example/a.git', null],
    ['git+https://git.example/a.git@v1.0', 'vcs', 'git+https://git.example/a.git@v1.0', 'v1.0'],
    ['git+https://git.example/a.git@feature/x#egg=a', 'vcs', 'git+https://git.example/a.git@feature/x#egg=a', 'feature/x'],
    ['git+ssh://git@git.example/a.git', 'vcs', 'git+ssh://git@git.example/a.git', null],
    ['git+ssh://git@git.example/a.git@main', 'vcs', 'git+ssh://git@git.example/a.git@main', 'main'],
    ['git+git@git.example:me/a.git@main', 'vcs', 'git+git@git.example:me/a.git@main', 'main'],
    ['git@git.example:me/a.git', 'vcs', 'git@git.example:me/a.git', null],
    ['git+file:///srv/a@main', 'vcs', 'git+file:///srv/a@main', 'main'],
    ['hg+https://hg.example/a@tip', 'vcs', 'hg+https://hg.example/a@tip', 'tip'],
    ['git+https://git.example/a.git@', 'vcs', 'git+https://git.example/a.git@', null],
    ['file:///srv/a.whl', 'path', '/srv/a.whl', null],
    ['file://localhost/srv/a.whl', 'path', '/srv/a.whl', null],
    ['file:///C:/a.whl', 'path', 'C:/a.whl', null],
    ['file:../a', 'path', '../a', null],
    ['file://./a', 'path', './a', null],
    ['./a', 'path', './a', null],
    ['C:\\a', 'path', 'C:\\a', null],
  ])('%j', (text, kind, url, revision) => {
    expect(readDirectReference(text)).toEqual({ kind, url, revision, hashes: [] });
  });
});

test('hashes are read from the fragment, each at its place, and left out of the URL', () => {
  const text = 'https://files.example/a.zip#SHA256=ab&subdirectory=b&md5=cd';
  const { url, hashes } = readDirectReference(text);
  expect(url).toBe('https://files.example/a.zip#subdirectory=b');
  expect(hashes.map(({ algorithm, digest, range }) => [algorithm, digest, text.slice(range.start, range.end)])).toEqual([
    ['sha256', 'ab', 'SHA256=ab'],
    ['md5', 'cd', 'md5=cd'],
  ]);
});

test('a fragment of hashes alone leaves nothing behind', () => {
  expect(readDirectReference('https://files.example/a.zip#sha256=ab').url).toBe('https://files.example/a.zip');
});
