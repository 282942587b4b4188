import { describe, expect, test } from 'vitest';

import { exactPinInLibrary } from '../../../../../src/core/checks/dependencies/exactPinInLibrary.ts';
import { afterFix, fixTitles, marksOf } from './ruleFindings.ts';
import { library, requirements } from './projectTexts.ts';

test.each([
  ['ranges', library('["a>=1", "b~=1.2", "c", "d==1.*", "e<2"]'), []],
  ['a pin', library('["idna == 3.10 ; os_name == \'nt\'"]'), ["warning pyproject.toml:4 idna == 3.10 ; os_name == 'nt'"]],
  ['a pin with more bounds', library('["idna==3.10,>=3"]'), ['warning pyproject.toml:4 idna==3.10,>=3']],
  ['an extra', library('[]', '[project.optional-dependencies]\nx = ["idna===3.10"]'), ['info pyproject.toml:6 idna===3.10']],
  [
    "Poetry's bare version",
    { 'pyproject.toml': '[tool.poetry.dependencies]\npython = "3.12"\nidna = "3.10"\n' },
    ['warning pyproject.toml:3 idna = "3.10"'],
  ],
  [
    "Poetry's optional dependency",
    { 'pyproject.toml': '[tool.poetry.dependencies]\nidna = { version = "3.10", optional = true }\n[tool.poetry.extras]\nx = ["idna"]\n' },
    ['info pyproject.toml:2 idna = { version = "3.10", optional = true }'],
  ],
  [
    'what is not published',
    library('[]', '[dependency-groups]\na = ["b==1"]\n[build-system]\nrequires = ["c==1"]\n[tool.hatch.envs.d]\ndependencies = ["e==1"]\n'),
    [],
  ],
  ['a requirements file', requirements('idna==3.10\n'), []],
  ['its own extra', library('["demo[x]==1"]'), []],
  ['what cannot be read', library('["idna==3.10,=1"]'), []],
])('marks one version alone: %s', (_, texts, expected) => {
  expect(marksOf(exactPinInLibrary, texts)).toEqual(expected);
});

describe('opens it', () => {
  test.each([
    ['["idna==3.10"]', '["idna>=3.10"]', '["idna>=3.10,<4"]'],
    ["['idna (== 0.4.6)']", "['idna (>=0.4.6)']", "['idna (>=0.4.6,<0.5)']"],
    [
      '["idna[x] ==1!2024.1 ; os_name == \'nt\'"]',
      '["idna[x] >=1!2024.1 ; os_name == \'nt\'"]',
      '["idna[x] >=1!2024.1,<1!2025 ; os_name == \'nt\'"]',
    ],
    ['["torch==2.1+cpu"]', '["torch>=2.1"]', '["torch>=2.1,<3"]'],
    ['["idna==3.10,!=3.10.1,<9"]', '["idna>=3.10,!=3.10.1"]', '["idna>=3.10,<4,!=3.10.1"]'],
  ])('%s', (written, lower, bounded) => {
    for (const [number, expected] of [lower, bounded].entries()) {
      const fixed = afterFix(exactPinInLibrary, library(written), 'library', number);
      expect(fixed).toEqual(library(expected));
      expect(marksOf(exactPinInLibrary, fixed)).toEqual([]);
    }
  });

  test("in Poetry's own words", () => {
    const texts = { 'pyproject.toml': '[tool.poetry.dependencies]\nidna = { version = "3.10", extras = ["x"] }\n' };
    expect(afterFix(exactPinInLibrary, texts, 'library', 1)).toEqual({
      'pyproject.toml': '[tool.poetry.dependencies]\nidna = { version = ">=3.10,<4", extras = ["x"] }\n',
    });
  });

  test('not where the pin is no version', () => {
    expect(fixTitles(exactPinInLibrary, library('["idna===third"]'))).toEqual([]);
  });
});
