import { expect, test } from 'vitest';

import { readLock } from '../../../../src/core/locks/readLock.ts';
import { judgeProfile } from '../../../../src/core/project/projectProfile.ts';
import { readPyproject } from '../../../../src/core/project/pyproject.ts';

const NAMED = '[project]\nname = "demo"\nversion = "1.0"\n';
const BUILT = '[build-system]\nrequires = []\n';

test.each<[string, string | null, string[], string, string]>([
  ['no pyproject.toml', null, [], 'application', 'no build system'],
  ['no pyproject.toml beside a setup.py', null, ['setup.py'], 'library', 'setup.py is beside it'],
  ['an empty one', '', [], 'application', 'no build system'],
  ['only tools in it', '[tool.ruff]\n', ['README.md'], 'application', 'no build system'],
  ['only tools in it, beside a setup.cfg', '[tool.ruff]\n', ['setup.cfg'], 'library', 'setup.cfg is beside it'],
  ['a build system', BUILT, [], 'library', 'build system'],
  ['name and version', NAMED, [], 'library', 'name and a version'],
  ['name and a version of the build', '[project]\nname = "demo"\ndynamic = ["version"]', [], 'library', 'name and a version'],
  ["Poetry's name and version", '[tool.poetry]\nname = "demo"\nversion = "1.0"', [], 'library', 'name and a version'],
  ['a name alone', '[project]\nname = "demo"', [], 'application', 'no build system'],
  ['a private classifier', `${NAMED}classifiers = ["Private :: Do Not Upload"]\n${BUILT}`, ['setup.py'], 'application', 'classifier'],
  ['a private classifier of Poetry', `${BUILT}[tool.poetry]\nclassifiers = ["private::x"]`, [], 'application', 'classifier'],
  ['another classifier', `${NAMED}classifiers = ["Topic :: Private"]`, [], 'library', 'name and a version'],
  ['package mode off', `${BUILT}[tool.poetry]\npackage-mode = false`, [], 'application', 'package-mode'],
  ['package mode on', `${BUILT}[tool.poetry]\npackage-mode = true`, [], 'library', 'build system'],
  ['no package for uv', `${NAMED}[tool.uv]\npackage = false`, [], 'application', '[tool.uv]'],
  ['a choice against the signs', `${NAMED}[tool.countersign]\nprofile = "application"`, [], 'application', '[tool.countersign]'],
  ['the other choice', '[tool.countersign]\nprofile = "library"', [], 'library', '[tool.countersign]'],
  ['a choice of no known kind', '[tool.countersign]\nprofile = "auto"', [], 'application', 'no build system'],
  ['no TOML', '[', [], 'library', 'cannot be read'],
  ['a private classifier, half typed', `${NAMED}classifiers = ["Private :: x"]\ndependencies = ["idna`, [], 'application', 'classifier'],
  ['no package for uv, half typed', `${NAMED}[tool.uv]\npackage = false\n[tool.x`, [], 'application', '[tool.uv]'],
  ['package mode off, half typed', `x = [\n${BUILT}[tool.poetry]\npackage-mode = false`, [], 'application', 'package-mode'],
  ['a choice, half typed', `${BUILT}x = "\n[tool.countersign]\nprofile = "application"`, [], 'application', '[tool.countersign]'],
  ['a build system, half typed', `x = "\n${BUILT}`, [], 'library', 'build system'],
  ['name and version, half typed', `${NAMED}x = "`, [], 'library', 'name and a version'],
  ['nothing of a package, half typed', '[project]\ndependencies = ["idna', [], 'application', 'no build system'],
])('%s', (_, text, files, profile, reason) => {
  const judged = judgeProfile(text === null ? null : readPyproject(text), files);
  expect(judged.profile).toBe(profile);
  expect(judged.reason).toContain(reason);
});

const VIRTUAL = readLock('uv.lock', 'uv-lock', 'version = 1\n[[package]]\nname = "demo"\nversion = "1.0"\nsource = { virtual = "." }\n');

test.each([
  ['good', BUILT + NAMED, 'application'],
  ['half typed', `${BUILT}${NAMED}dependencies = ["idna`, 'application'],
  ['illegible', '[', 'application'],
  ['of another mind', `${BUILT}[tool.countersign]\nprofile = "library"\nx = "`, 'library'],
])('a virtual root in the lock beside a file that is %s', (_, text, profile) => {
  expect(judgeProfile(readPyproject(text), [], [VIRTUAL]).profile).toBe(profile);
});

test('a file that is being typed keeps its profile', () => {
  const text = `${NAMED}classifiers = ["Private :: Do Not Upload"]\ndependencies = [\n  "idna>=3",\n  "six @ file:///srv/six",\n]\n${BUILT}`;
  const start = text.indexOf('dependencies');
  const end = text.indexOf('[build');
  const profiles = Array.from({ length: end - start }, (_, typed) => {
    const halfTyped = text.slice(0, start + typed) + text.slice(end - 1);
    return judgeProfile(readPyproject(halfTyped), []).profile;
  });
  expect(new Set(profiles)).toEqual(new Set(['application']));
});
