import { describe, expect, test } from 'vitest';

import { areCompatible, contains, parseSpecifier, specifierText } from '../../../../src/core/requirements/specifier.ts';

describe('what a specifier contains', () => {
  test.each([
    ['', '1.0', true],
    ['>=1,<2', '1.5', true],
    ['>=1,<2', '2.0', false],
    ['<2', '2.0rc1', false],
    ['<2.0rc2', '2.0rc1', true],
    ['<2.post1', '2.post0', true],
    ['<2.dev5', '2.dev4', true],
    ['>2', '2.post1', false],
    ['>2.post1', '2.post2', true],
    ['>2.dev1', '2.dev2', true],
    ['>2', '2+local', false],
    ['==2', '2.0+local', true],
    ['==2+other', '2+local', false],
    ['<=2', '2+local', true],
    ['===1.0', '1.0+local', false],
    ['===1.0', '1.0.0', false],
    ['===latest', 'LATEST', true],
    ['==1.*', '1!1.0', false],
    ['==1.0.*', '1', true],
    ['!=1.*', '1.5', false],
    ['~=1.4.2', '1.4.9', true],
    ['~=1.4.2', '1.5', false],
    ['>=1', 'latest', false],
    ['>=9007199254740992', '9007199254740993', true],
    ['==9007199254740992', '9007199254740993', false],
  ])('%j and %j: %s', (specifier, version, isIn) => {
    expect(contains(parseSpecifier(specifier).clauses, version)).toBe(isIn);
  });
});

test.each([
  [null, true],
  [true, true],
  [false, false],
])('with prereleases %s a pre-release is in: %s', (prereleases, isIn) => {
  expect(contains(parseSpecifier('>=1').clauses, '2.0b1', { prereleases })).toBe(isIn);
});

test.each([
  ['==1.0.*', null],
  ['===anything at', '"at" cannot stand here'],
  ['>=1 <2', 'A comma is missing'],
  ['>=1,<2 x', '"x" cannot stand here'],
  ['>=1,<2x', '"2x" is no version'],
  ['==1.0a1.*', 'numbers only'],
  ['~=1', 'two numbers'],
  ['>=1+local', 'local version'],
  ['1.0', 'needs an operator'],
  ['>=1,,<2,', null],
])('%j: %s', (text, message) => {
  const { problem } = parseSpecifier(text);
  if (message === null) expect(problem).toBeNull();
  else expect(problem?.message).toContain(message);
});

describe('whether two specifiers leave a version', () => {
  test.each([
    ['>=1', '<2', true],
    ['>=2', '<2', false],
    ['>=2', '<2.0rc1', false],
    ['==1.0', '==1.0.0', true],
    ['==1.0', '==1.1', false],
    ['==1.*', '>=1.9', true],
    ['==1.*', '>=2', false],
    ['~=1.4', '<1.4', false],
    ['==1.0', '!=1.0', false],
    ['>=1,<=1', '!=1', false],
    ['>1', '<1.0.0.0.0.1', true],
    ['>1', '<1.post5', false],
    ['>1.0a1', '<1.0a2', true],
    ['>1.0a1', '<1.0a2.dev0', false],
    ['===latest', '===LATEST', true],
    ['===latest', '>=1', false],
    ['===1.0', '>=1', true],
    ['', '', true],
    ['!=1', '!=2', true],
  ])('%j and %j: %s', (one, other, isCompatible) => {
    expect(areCompatible(parseSpecifier(one).clauses, parseSpecifier(other).clauses)).toBe(isCompatible);
    expect(areCompatible(parseSpecifier(other).clauses, parseSpecifier(one).clauses)).toBe(isCompatible);
  });
});

test('more clauses than a person writes are taken to be compatible', () => {
  const { clauses } = parseSpecifier(Array.from({ length: 5000 }, (_, index) => `==${index}`).join(','));
  expect(areCompatible(clauses)).toBe(true);
});

test('the text of clauses has no blanks and keeps their order', () => {
  expect(specifierText(parseSpecifier(' >= 1.0 , != 1.5 ').clauses)).toBe('>=1.0,!=1.5');
});
