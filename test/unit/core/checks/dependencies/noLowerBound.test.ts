import { expect, test } from 'vitest';

import { noLowerBound } from '../../../../../src/core/checks/dependencies/noLowerBound.ts';
import { afterFix, fixTitles, marksOf } from './ruleFindings.ts';
import { library, uvLock } from './projectTexts.ts';

const LOCK = uvLock(['idna', '3.10'], ['torch', '2.1+cpu'], ['numpy', '2.0'], ['numpy', '1.26']);

test.each([
  ['bounds', library('["a>=1", "b>1", "c~=1.2", "d==1", "e==1.*", "f>=1,<2"]'), []],
  ['none', library('["idna", "six[x]>=1"]'), ['info pyproject.toml:4 idna']],
  ['a cap alone', library('["idna<4"]'), ['info pyproject.toml:4 idna<4']],
  ['exclusions alone', library('["idna!=3"]'), ['info pyproject.toml:4 idna!=3']],
  ['an extra', library('[]', '[project.optional-dependencies]\nx = ["idna"]'), ['info pyproject.toml:6 idna']],
  ["the project's own extras", library('[]', '[project.optional-dependencies]\nall = ["Demo[x]"]\nx = []'), []],
  ['groups and build requirements', library('[]', '[dependency-groups]\na = ["b"]\n[build-system]\nrequires = ["c"]\n'), []],
  ['a URL', library('["six @ https://files.example/six.zip"]'), []],
  ["Poetry's star", { 'pyproject.toml': '[tool.poetry.dependencies]\nidna = "*"\n' }, ['info pyproject.toml:2 idna = "*"']],
])('marks what admits every older version: %s', (_, texts, expected) => {
  expect(marksOf(noLowerBound, texts)).toEqual(expected);
});

test.each([
  ['["idna"]', '["idna>=3.10"]'],
  ['["idna<4"]', '["idna>=3.10,<4"]'],
  ['[\'idna[x] ; os_name == "nt"\']', '[\'idna[x]>=3.10 ; os_name == "nt"\']'],
  ['["torch"]', '["torch>=2.1"]'],
  ['["numpy!=1.27"]', '["numpy>=1.26,!=1.27"]'],
])('bounds %s by the lock', (written, expected) => {
  const fixed = afterFix(noLowerBound, { ...library(written), ...LOCK });
  expect(fixed).toMatchObject(library(expected));
  expect(marksOf(noLowerBound, fixed)).toEqual([]);
});

test("bounds Poetry's star", () => {
  const texts = { 'pyproject.toml': '[tool.poetry.dependencies]\nidna = "*"\n', ...LOCK };
  expect(afterFix(noLowerBound, texts)).toMatchObject({ 'pyproject.toml': '[tool.poetry.dependencies]\nidna = ">=3.10"\n' });
});

test('has nothing to offer without a lock', () => {
  expect(fixTitles(noLowerBound, library('["idna"]'))).toEqual([]);
});
