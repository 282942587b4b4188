import { expect, test } from 'vitest';

import { vcsMutableRef } from '../../../../../src/core/checks/dependencies/vcsMutableRef.ts';
import { vcsUnhashable } from '../../../../../src/core/checks/dependencies/vcsUnhashable.ts';
import { afterFix, findingsOf, marksOf } from './ruleFindings.ts';
import { COMMIT, library, requirements } from './projectTexts.ts';

const BRANCH = 'six @ git+https://git.example/x/six.git@main';
const LOCK = {
  'uv.lock': `version = 1\n\n[[package]]\nname = "six"\nversion = "1"\nsource = { git = "https://git.example/x/six.git?rev=main#${COMMIT}" }\n`,
};
const GROUP = library('[]', `[dependency-groups]\ndev = ["${BRANCH}"]\n`);

test.each([
  ['a commit', library(`["six @ git+https://git.example/x/six.git@${COMMIT}"]`), [], []],
  ['a branch', library(`["${BRANCH}"]`), [`warning pyproject.toml:4 ${BRANCH}`], [`warning pyproject.toml:4 ${BRANCH}`]],
  ['a development group', GROUP, [], [`warning pyproject.toml:6 ${BRANCH}`]],
  [
    'a build requirement',
    library('[]', `[build-system]\nrequires = ["${BRANCH}"]`),
    [`warning pyproject.toml:6 ${BRANCH}`],
    [`warning pyproject.toml:6 ${BRANCH}`],
  ],
  ['a requirements file', requirements(`${BRANCH}\n`), [], [`warning requirements.txt:1 ${BRANCH}`]],
  ['an input', { 'requirements.in': `${BRANCH}\n` }, [], [`warning requirements.in:1 ${BRANCH}`]],
  [
    'an input that is compiled',
    { 'requirements.in': `${BRANCH}\n`, ...requirements(`six @ git+https://git.example/x/six.git@${COMMIT}\n`) },
    [],
    [],
  ],
  [
    'a lock that holds the commit',
    { ...library(`["${BRANCH}"]`), ...LOCK },
    [`info pyproject.toml:4 ${BRANCH}`],
    [`info pyproject.toml:4 ${BRANCH}`],
  ],
])('what can be moved: %s', (_, texts, inLibrary, inApplication) => {
  expect(marksOf(vcsMutableRef, texts, 'library')).toEqual(inLibrary);
  expect(marksOf(vcsMutableRef, texts, 'application')).toEqual(inApplication);
});

test.each([
  ['git+https://git.example/x/six.git@v1', 'six follows "v1", which can be moved. Name a commit.'],
  ['git+https://git.example/x/six.git', 'six follows whatever branch its repository shows first. Name a commit.'],
])('%s', (url, message) => {
  expect(findingsOf(vcsMutableRef, library(`["six @ ${url}"]`))).toMatchObject([{ message }]);
});

const URL = 'git+https://git.example/x/six.git';

test.each([
  [`six @ ${URL}@main`, `six @ ${URL}@${COMMIT}`],
  [`six@${URL}@main#subdirectory=a`, `six@${URL}@${COMMIT}#subdirectory=a`],
  [`six[x] @ ${URL} ; os_name == 'nt'`, `six[x] @ ${URL}@${COMMIT} ; os_name == 'nt'`],
  [`six @ git+ssh://git@git.example/x/six.git`, `six @ git+ssh://git@git.example/x/six.git@${COMMIT}`],
])('pins %s to the commit in the lock', (written, pinned) => {
  const fixed = afterFix(vcsMutableRef, { ...library(`["${written}"]`), ...LOCK });
  expect(fixed).toMatchObject(library(`["${pinned}"]`));
  expect(findingsOf(vcsMutableRef, fixed)).toEqual([]);
});

test.each([
  ['six = { git = "https://git.example/x", branch = "main" }', `six = { git = "https://git.example/x", rev = "${COMMIT}" }`],
  ['six = { git = "https://git.example/x", extras = ["a"] }', `six = { git = "https://git.example/x", rev = "${COMMIT}", extras = ["a"] }`],
])("pins Poetry's %s", (written, pinned) => {
  const text = (line: string) => ({ 'pyproject.toml': `[tool.poetry.dependencies]\n${line}\n` });
  const fixed = afterFix(vcsMutableRef, { ...text(written), ...LOCK });
  expect(fixed).toMatchObject(text(pinned));
  expect(findingsOf(vcsMutableRef, fixed)).toEqual([]);
});

test('a checkout cannot be checked by a hash, whatever it names', () => {
  const text = `idna==3.10\n-e ${URL}@${COMMIT}#egg=six\n${BRANCH}\n`;
  expect(marksOf(vcsUnhashable, requirements(text), 'application')).toEqual([
    `info requirements.txt:2 ${URL}@${COMMIT}#egg=six`,
    `info requirements.txt:3 ${BRANCH}`,
  ]);
  expect(marksOf(vcsUnhashable, { 'requirements.in': text }, 'application')).toEqual([]);
  expect(vcsUnhashable.severity.library).toBe('off');
});

test.each([
  ['a dependency', library(`["six @ ${URL}@${COMMIT}"]`), [`info pyproject.toml:4 six @ ${URL}@${COMMIT}`]],
  ['an extra', library('[]', `[project.optional-dependencies]\nx = ["${BRANCH}"]`), [`info pyproject.toml:6 ${BRANCH}`]],
  [
    "Poetry's",
    { 'pyproject.toml': `[tool.poetry.dependencies]\nsix = { git = "https://git.example/x" }\n` },
    ['info pyproject.toml:2 six = { git = "https://git.example/x" }'],
  ],
  [
    "Pipenv's",
    { Pipfile: '[packages]\nsix = { git = "https://git.example/x" }\n' },
    ['info Pipfile:2 six = { git = "https://git.example/x" }'],
  ],
  ['a script', { 'run.py': `# /// script\n# dependencies = ["${BRANCH}"]\n# ///\n` }, [`info run.py:2 ${BRANCH}`]],
  ["uv's override", library('[]', `[tool.uv]\noverride-dependencies = ["${BRANCH}"]`), [`info pyproject.toml:6 ${BRANCH}`]],
  ['a development group', GROUP, []],
  ['a build requirement', library('[]', `[build-system]\nrequires = ["${BRANCH}"]`), []],
  ['an archive', library('["six @ https://files.example/six.zip"]'), []],
] as const)('what an application installs from a repository: %s', (_, texts, expected) => {
  expect(marksOf(vcsUnhashable, texts, 'application')).toEqual(expected);
});

test('only of a requirements file it tells what installers do with hashes', () => {
  const [message] = findingsOf(vcsUnhashable, library(`["${BRANCH}"]`), 'application').map(finding => finding.message);
  expect(message).toBe('six is checked out from version control: no hash can vouch for it.');
  expect(findingsOf(vcsUnhashable, requirements(BRANCH), 'application')[0]?.message).toContain('a hashed file');
});
