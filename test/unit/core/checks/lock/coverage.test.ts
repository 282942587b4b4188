import { expect, test } from 'vitest';

import { isCoveredByLock } from '../../../../../src/core/checks/lock/coverage.ts';
import { projectFacts, type Texts } from '../projectFacts.ts';
import { application, COMMIT, released, sourced, uvLock } from './lockTexts.ts';

const pylock = { 'pylock.toml': 'lock-version = "1.0"\n[[packages]]\nname = "a"\nversion = "1"\n' };
const pipfileLock = { 'Pipfile.lock': '{"_meta": {"pipfile-spec": 6}, "default": {"a": {"version": "==1"}}}' };

test.each<[string, Texts, boolean]>([
  ['by its name, however it is written', { ...application('["A_b"]'), ...uvLock(released('a-b')) }, true],
  ['not by another', { ...application('["a"]'), ...uvLock(released('b')) }, false],
  ['not without a version', { ...application('["a"]'), ...uvLock(sourced('a', '{ registry = "x" }')) }, false],
  ['by a checkout', { ...application('["a"]'), ...uvLock(sourced('a', `{ git = "x#${COMMIT}" }`)) }, true],
  ['not by a checkout of whatever is there', { ...application('["a"]'), ...uvLock(sourced('a', '{ git = "x#main" }')) }, false],
  ['not by a range', { ...application('["a"]'), ...uvLock(released('a', '', '>=1')) }, false],
  ['by a lock of an unknown format, of which nobody knows', { ...application('["a"]'), 'uv.lock': 'version = 2\n' }, true],
  ['by a lock that is broken, of which nobody knows', { ...application('["a"]'), 'uv.lock': 'version = 1\n"\n' }, true],
  ['not by such a lock of something else', { ...application('["a"]'), 'tests/uv.lock': 'version = 2\n' }, false],
  ['not by such a lock of another kind', { ...application('["a"]'), 'Pipfile.lock': '{' }, false],
  ['by a lock that tells no format', { ...application('["a"]'), 'uv.lock': released('a') }, true],
  ['not by an empty lock', { ...application('["a"]'), 'uv.lock': '' }, false],
  ['not by the lock of a Pipfile', { ...application('["a"]'), ...pipfileLock }, false],
  ['in a Pipfile by its lock', { Pipfile: '[packages]\na = "*"\n', ...pipfileLock }, true],
  ['in a Pipfile by no other', { Pipfile: '[packages]\na = "*"\n', ...uvLock(released('a')) }, false],
  ["in a requirements file not by the project's lock", { 'requirements.txt': 'a\n', ...uvLock(released('a')) }, false],
  ['in a requirements file by a pylock', { 'requirements.txt': 'a\n', ...pylock }, true],
  ['in a script by none', { 'run.py': '# /// script\n# dependencies = ["a"]\n# ///\n', ...pylock }, false],
])('a requirement is covered %s', (_, texts, expected) => {
  const { document, lock } = projectFacts(texts);
  const [requirement] = document.documents.flatMap(({ requirements }) => requirements);
  expect(requirement && isCoveredByLock(requirement, lock)).toBe(expected);
});
