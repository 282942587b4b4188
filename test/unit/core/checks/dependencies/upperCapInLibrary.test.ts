import { expect, test } from 'vitest';

import { upperCapInLibrary } from '../../../../../src/core/checks/dependencies/upperCapInLibrary.ts';
import { afterFix, findingsOf } from './ruleFindings.ts';
import { library } from './projectTexts.ts';

test('is off unless asked for', () => {
  expect(upperCapInLibrary.severity).toEqual({ library: 'off', application: 'off' });
});

test.each([
  ['["a>=1", "b", "c==1", "d!=2"]', []],
  ['["a>=1,<2", "b<=3", "c~=1.4", "d==1.*"]', ['a', 'b', 'c', 'd']],
])('finds caps in %s', (written, expected) => {
  expect(findingsOf(upperCapInLibrary, library(written)).map(finding => finding.package)).toEqual(expected);
});

test.each([
  ['["a >= 1, <2,!=1.5"]', '["a >=1,!=1.5"]'],
  ['["a<=3"]', '["a"]'],
  ['["a~=1.4"]', '["a>=1.4"]'],
  ['["a==1.*"]', '["a>=1"]'],
])('removes them from %s', (written, expected) => {
  const fixed = afterFix(upperCapInLibrary, library(written));
  expect(fixed).toEqual(library(expected));
  expect(findingsOf(upperCapInLibrary, fixed)).toEqual([]);
});

test.each([
  ['^1.2', '>=1.2'],
  ['<2', '*'],
])("removes Poetry's %s", (written, expected) => {
  const text = (constraint: string) => ({ 'pyproject.toml': `[tool.poetry.dependencies]\na = "${constraint}"\n` });
  expect(afterFix(upperCapInLibrary, text(written))).toEqual(text(expected));
});
