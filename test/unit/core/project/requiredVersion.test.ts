import { expect, test } from 'vitest';

import { judgeRequiredVersion } from '../../../../src/core/project/requiredVersion.ts';

test.each<[unknown, string, string | null]>([
  [undefined, '0.1.0', null],
  ['>=0.1', '0.1.0', null],
  ['*', '0.1.0', null],
  ['^0.1.0', '0.1.7', null],
  ['>=0.1 <1 || 2.x', '2.3.4', null],
  ['>=0.1', '0.2.0-beta.1', null],
  ['>=0.2', '0.1.9', 'unmet'],
  ['^0.1.0', '0.2.0', 'unmet'],
  ['0.1.0', '0.1.1', 'unmet'],
  ['', '0.1.0', 'unreadable'],
  ['  ', '0.1.0', 'unreadable'],
  ['latest', '0.1.0', 'unreadable'],
  ['>=0.1,<1', '0.1.0', 'unreadable'],
  ['>=', '0.1.0', 'unreadable'],
  [0.1, '0.1.0', 'unreadable'],
  [true, '0.1.0', 'unreadable'],
  [null, '0.1.0', 'unreadable'],
])('%j with %s: %s', (required, own, kind) => {
  expect(judgeRequiredVersion(required, own)?.kind ?? null).toBe(kind);
});

test('the message says what is asked for and what is there', () => {
  expect(judgeRequiredVersion('>=2', '0.1.0')?.message).toBe(
    'This project asks for Countersign >=2, and this is 0.1.0. Install another version.',
  );
});
