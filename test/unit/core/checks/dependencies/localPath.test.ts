import { expect, test } from 'vitest';

import { localPath } from '../../../../../src/core/checks/dependencies/localPath.ts';
import { afterFix, findingsOf, marksOf } from './ruleFindings.ts';
import { library } from './projectTexts.ts';

const POETRY = { 'pyproject.toml': '[tool.poetry.dependencies]\nsix = { path = "../six", develop = true }\n' };
const ENRICHED = library('["six>=1"]', '[tool.poetry.dependencies]\nsix = { path = "../six" }\nidna = { git = "https://git.example/x" }\n');
const WHEEL = 'six @ file:///home/x/six-1-py3-none-any.whl';

test.each([
  ['a release', library('["six>=1"]'), 'library', []],
  ['an archive on this machine', library(`["${WHEEL}"]`), 'library', [`error pyproject.toml:4 ${WHEEL}`]],
  ['the same in an application', library(`["${WHEEL}"]`), 'application', [`info pyproject.toml:4 ${WHEEL}`]],
  ["Poetry's path", POETRY, 'library', ['error pyproject.toml:2 six = { path = "../six", develop = true }']],
  ["PDM's path", library('["six @ file:///${PROJECT_ROOT}/six"]'), 'library', ['error pyproject.toml:4 six @ file:///${PROJECT_ROOT}/six']],
  ["uv's source", library('["six"]', '[tool.uv.sources]\nsix = { path = "../six" }\n'), 'library', []],
  ["a path that Poetry's table adds", ENRICHED, 'library', []],
  ['the same in an application', ENRICHED, 'application', ['info pyproject.toml:6 six = { path = "../six" }']],
  ['a group', library('[]', `[dependency-groups]\ndev = ["${WHEEL}"]\n`), 'library', []],
  ['a URL', library('["six @ https://files.example/six.zip"]'), 'library', []],
] as const)('marks a path in what is published: %s', (_, texts, profile, expected) => {
  expect(marksOf(localPath, texts, profile)).toEqual(expected);
});

test('PyPI refuses it only where it is published', () => {
  expect(findingsOf(localPath, POETRY, 'library')).toMatchObject([{ rejection: 'C8' }]);
  expect(findingsOf(localPath, POETRY, 'application')[0]?.rejection).toBeUndefined();
});

test.each([
  [
    'to the sources of uv',
    library('["six @ file:///home/x/six"]', '[tool.uv]\n'),
    library('["six"]', '[tool.uv]\n\n[tool.uv.sources]\nsix = { path = "/home/x/six" }\n'),
  ],
  ['to a group', library(`["${WHEEL}"]`), library('[]', `\n[dependency-groups]\ndev = ["${WHEEL}"]\n`)],
])('moves it %s', (_, texts, expected) => {
  const fixed = afterFix(localPath, texts);
  expect(fixed).toEqual(expected);
  expect(marksOf(localPath, fixed)).toEqual([]);
});
