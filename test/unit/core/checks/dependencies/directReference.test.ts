import { describe, expect, test } from 'vitest';

import { directReference } from '../../../../../src/core/checks/dependencies/directReference.ts';
import { afterFix, findingsOf, fixTitles, marksOf } from './ruleFindings.ts';
import { library } from './projectTexts.ts';

const GIT = 'git+https://git.example/x/six.git@v1';

test.each([
  ['releases of an index', library('["idna>=3"]'), []],
  ['a checkout', library(`["six @ ${GIT}"]`), [`error pyproject.toml:4 six @ ${GIT}`]],
  ['an archive', library('["six @ https://files.example/six-1.zip"]'), ['error pyproject.toml:4 six @ https://files.example/six-1.zip']],
  ['an extra', library('[]', `[project.optional-dependencies]\nx = ["six @ ${GIT}"]`), [`error pyproject.toml:6 six @ ${GIT}`]],
  ['a dependency group', library('[]', `[dependency-groups]\ndev = ["six @ ${GIT}"]`), []],
  ['an environment of Hatch', library('[]', `[tool.hatch.envs.default]\ndependencies = ["six @ ${GIT}"]`), []],
  ['a build requirement', library('[]', `[build-system]\nrequires = ["six @ ${GIT}"]`), []],
  ['a source of uv', library('["six"]', '[tool.uv.sources]\nsix = { git = "https://git.example/x/six.git" }'), []],
  [
    "Poetry's own table",
    { 'pyproject.toml': '[tool.poetry.dependencies]\npython = "^3.9"\nsix = { git = "https://git.example/x/six.git" }\n' },
    ['error pyproject.toml:3 six = { git = "https://git.example/x/six.git" }'],
  ],
  [
    "a development group of Poetry's",
    { 'pyproject.toml': '[tool.poetry.group.dev.dependencies]\nsix = { git = "https://git.example/x" }\n' },
    [],
  ],
  [
    "Poetry's table beside the published list",
    library('["six>=1"]', '[tool.poetry.dependencies]\nsix = { git = "https://git.example/x/six.git" }\n'),
    [],
  ],
  ['a path', library('["six @ file:///home/x/six"]'), []],
])('marks what PyPI refuses: %s', (_, texts, expected) => {
  expect(marksOf(directReference, texts)).toEqual(expected);
});

test('foretells the refusal', () => {
  expect(findingsOf(directReference, library(`["six @ ${GIT}"]`))).toMatchObject([{ rejection: 'C8', package: 'six' }]);
});

describe('moving it', () => {
  test.each([
    ['to a new group', library(`["idna", "six @ ${GIT}"]`), 0, library('["idna"]', `\n[dependency-groups]\ndev = ["six @ ${GIT}"]\n`)],
    [
      'to the group there is',
      library(`[\n  "idna",\n  'six @ ${GIT}', # for now\n]`, '[dependency-groups]\ndev = ["pytest"]\n'),
      0,
      library('[\n  "idna",\n]', `[dependency-groups]\ndev = ["pytest", 'six @ ${GIT}']\n`),
    ],
    [
      'to the sources of uv',
      library(`["six[x] @ ${GIT} ; os_name == 'nt'"]`, '[tool.uv]\n'),
      0,
      library(
        '["six[x] ; os_name == \'nt\'"]',
        '[tool.uv]\n\n[tool.uv.sources]\nsix = { git = "https://git.example/x/six.git", rev = "v1" }\n',
      ),
    ],
    [
      'to the sources there are, an archive',
      library('["six@https://files.example/s.zip#subdirectory=a"]', '[tool.uv.sources]\nidna = { workspace = true } # ours\n[tool.x]\n'),
      0,
      library(
        '["six"]',
        '[tool.uv.sources]\nidna = { workspace = true } # ours\nsix = { url = "https://files.example/s.zip", subdirectory = "a" }\n[tool.x]\n',
      ),
    ],
    [
      'to a group of Poetry',
      { 'pyproject.toml': '[tool.poetry.dependencies]\r\nsix = { git = "https://git.example/x" }\r\nidna = "*"\r\n' },
      0,
      {
        'pyproject.toml':
          '[tool.poetry.dependencies]\r\nidna = "*"\r\n\r\n[tool.poetry.group.dev.dependencies]\r\nsix = { git = "https://git.example/x" }\r\n',
      },
    ],
  ])('%s', (_, texts, number, expected) => {
    const fixed = afterFix(directReference, texts, 'library', number);
    expect(fixed).toEqual(expected);
    expect(marksOf(directReference, fixed)).toEqual([]);
  });

  test('is shown to a person first', () => {
    expect(fixTitles(directReference, library(`["six @ ${GIT}"]`, '[tool.uv]\n'))).toEqual([
      'Name six alone, and its address in tool.uv.sources (review)',
      'Move to the dependency group "dev" (review)',
    ]);
  });

  test.each([
    ['a file that is no TOML', library(`["six @ ${GIT}"]`, 'x\n')],
    ['groups written without a header', { 'pyproject.toml': `dependency-groups.a = []\n[project]\ndependencies = ["six @ ${GIT}"]\n` }],
  ])('is not offered for %s', (_, texts) => {
    expect(fixTitles(directReference, texts)).toEqual([]);
  });
});
