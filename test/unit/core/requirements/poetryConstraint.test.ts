import { describe, expect, test } from 'vitest';

import { poetryConstraint } from '../../../../src/core/requirements/poetryConstraint.ts';
import { specifierText } from '../../../../src/core/requirements/specifier.ts';

describe('what a constraint means in PEP 440', () => {
  test.each([
    ['^1.2.3', '>=1.2.3,<2.0.0'],
    ['^1.2', '>=1.2,<2.0'],
    ['^1', '>=1,<2'],
    ['^0.2.3', '>=0.2.3,<0.3.0'],
    ['^0.0.3', '>=0.0.3,<0.0.4'],
    ['^0.0', '>=0.0,<0.1'],
    ['^0', '>=0,<1'],
    ['^0.0.0.3', '>=0.0.0.3,<0.0.1.0'],
    ['^1.2.3rc1', '>=1.2.3rc1,<2.0.0'],
    ['^1!2.3', '>=1!2.3,<1!3.0'],
    ['^ 1.2', '>=1.2,<2.0'],
    ['~1.2.3', '>=1.2.3,<1.3.0'],
    ['~1.2', '>=1.2,<1.3'],
    ['~1', '>=1,<2'],
    ['~=1.2', '~=1.2'],
    ['~=1', '>=1,<2'],
    ['1.2.3', '==1.2.3'],
    ['=1.2', '==1.2'],
    ['==1.2', '==1.2'],
    ['1.*', '==1.*'],
    ['==1.2.*', '==1.2.*'],
    ['!=1.2.*', '!=1.2.*'],
    ['>=1.2.*', '>=1.2'],
    ['*', ''],
    ['>=1,<2', '>=1,<2'],
    ['>= 1 , < 2', '>=1,<2'],
    ['>=1 <2', '>=1,<2'],
    ['>1 != 1.5 <2', '>1,!=1.5,<2'],
    ['>=1,', '>=1'],
    ['^99', '>=99,<100'],
  ])('%j is %j', (text, specifier) => {
    const { clauses, isUnion, problem } = poetryConstraint(text);
    expect(problem).toBeNull();
    expect(isUnion).toBe(false);
    expect(specifierText(clauses)).toBe(specifier);
  });
});

test.each(['^1 || ^2', '^1||^2', '^1 | ^2', '>=1,<2 || 3.*'])('%j cannot be said in PEP 440', text => {
  expect(poetryConstraint(text)).toEqual({ clauses: [], isUnion: true, problem: null });
});

test('alternatives of which one is anything are anything', () => {
  expect(poetryConstraint('* || ^2')).toEqual({ clauses: [], isUnion: false, problem: null });
});

test.each(['', 'latest', '^', '^x', '=>1', '^1.2.x', '>=1,,<2', '^1 ||', '~1.*', '1 - 2', '<>1'])('%j is no constraint', text => {
  const { clauses, problem } = poetryConstraint(text);
  expect(clauses).toEqual([]);
  expect(problem?.message).toContain('no version constraint');
});
