import { expect, test } from 'vitest';

import { isValidName, normalizeName } from '../../../../src/core/names/normalizeName.ts';

test.each([
  ['demo', 'demo'],
  ['Friendly-Bard', 'friendly-bard'],
  ['FRIENDLY-BARD', 'friendly-bard'],
  ['friendly.bard', 'friendly-bard'],
  ['friendly_bard', 'friendly-bard'],
  ['friendly--bard', 'friendly-bard'],
  ['FrIeNdLy-._.-bArD', 'friendly-bard'],
  ['a_._b__c', 'a-b-c'],
  ['zope.interface', 'zope-interface'],
])('%j is %j', (name, normalized) => {
  expect(normalizeName(name)).toBe(normalized);
});

test.each(['a', 'A', '7', 'a1', 'demo', 'De.mo_x-y', 'a--b', '0x', 'x'.repeat(200)])('%j is a name', name => {
  expect(isValidName(name)).toBe(true);
});

test.each([
  '',
  '-',
  '_a',
  'a_',
  '.a',
  'a.',
  'a b',
  ' a',
  'a\n',
  'a/b',
  'a@b',
  'föö',
  'dеmo', // Cyrillic е
  'demo\u200b',
  'ſ', // upper case is S
  '\u212a', // the Kelvin sign, lower case is k
  'ａ',
])('%j is no name', name => {
  expect(isValidName(name)).toBe(false);
});
