import { expect, test } from 'vitest';

import { readDirectReference } from '../../../../src/core/requirements/directReference.ts';
import { pinOf } from '../../../../src/core/requirements/pinClass.ts';
import { parseSpecifier } from '../../../../src/core/requirements/specifier.ts';

test.each([
  ['', 'none'],
  ['>=1', 'lower'],
  ['>1', 'lower'],
  ['>=1,!=1.5', 'lower'],
  ['<2', 'upper'],
  ['<=2,!=1', 'upper'],
  ['>=1,<2', 'range'],
  ['>1,<=2,!=1.5', 'range'],
  ['~=1.4', 'compatible'],
  ['~=1.4,!=1.4.5', 'compatible'],
  ['~=1.4,<1.4.9', 'compatible'],
  ['!=1', 'exclude-only'],
  ['!=1.*,!=2', 'exclude-only'],
  ['==1.*', 'wildcard'],
  ['==1.*,!=1.5', 'wildcard'],
  ['==1.4', 'exact'],
  ['===1.4', 'exact'],
  ['===1.*', 'exact'],
  ['==1.4,!=1.5', 'exact-plus'],
  ['>=1,==1.4', 'exact-plus'],
  ['==1.4,==1.*', 'exact-plus'],
])('%j is %s', (specifier, pin) => {
  expect(pinOf(parseSpecifier(specifier).clauses)).toBe(pin);
});

test.each([
  ['https://files.example/a.zip', 'url'],
  ['file:///srv/a.whl', 'url'],
  ['../a', 'url'],
  [`git+https://git.example/a.git@${'a1'.repeat(20)}`, 'vcs-sha'],
  [`git+https://git.example/a.git@${'A1'.repeat(32)}`, 'vcs-sha'],
  ['git+https://git.example/a.git@a1b2c3d', 'vcs-mutable'],
  ['git+https://git.example/a.git@main', 'vcs-mutable'],
  ['git+https://git.example/a.git', 'vcs-mutable'],
])('%j is %s', (url, pin) => {
  expect(pinOf([], readDirectReference(url))).toBe(pin);
});
