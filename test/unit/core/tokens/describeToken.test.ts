import { describe, expect, test } from 'vitest';

import { describeInWords, describeToken } from '../../../../src/core/tokens/describeToken.ts';

const USER = [3, 'uuid'];
const LIFETIME = [0, 1_800_000_900, 1_800_000_000];

describe('scope', () => {
  test.each<[string, unknown[], string]>([
    ['no caveat is no promise', [], 'scope unknown'],
    ['a lifetime alone tells no scope', [LIFETIME], 'scope unknown, expires 2027-01-15 08:15 UTC'],
    ['of a user', [USER], 'for the whole account'],
    [
      'of a project',
      [
        [1, ['demo']],
        [2, ['uuid']],
      ],
      'for project demo',
    ],
    ['of a project, narrowed from a user', [USER, [1, ['demo']]], 'for project demo'],
    ['of several', [[1, ['a', 'b']]], 'for projects a, b'],
    ['of many', [[1, ['a', 'b', 'c', 'd', 'e']]], 'for projects a, b, c and 2 more'],
    [
      'lists intersect',
      [
        [1, ['a', 'b']],
        [1, ['b', 'c']],
      ],
      'for project b',
    ],
    [
      'lists that exclude each other',
      [
        [1, ['a']],
        [1, ['b']],
      ],
      'for no project',
    ],
    ['an empty list', [[1, []]], 'for no project'],
    ['by row only', [USER, [2, ['uuid']]], 'for one project'],
    ['of Trusted Publishing', [[4, 'uuid', null], [2, ['uuid']], LIFETIME], 'from Trusted Publishing, expires 2027-01-15 08:15 UTC'],
    ['an old user token', [{ version: 1, permissions: 'user' }], 'for the whole account'],
    ['an old project token', [{ version: 1, permissions: { projects: ['demo'] } }], 'for project demo'],
    ['an old lifetime', [{ nbf: 1_800_000_000, exp: 1_800_000_900 }], 'scope unknown, expires 2027-01-15 08:15 UTC'],
    ['old project rows', [{ project_ids: ['uuid'] }], 'for one project'],
    ['fields behind the known ones are ignored', [[1, ['demo'], 'more']], 'for project demo'],
    ['a hostile name', [[1, ['demo\u202e']]], 'for project demo\\u{202e}'],
    ['a time beyond any date', [[0, 9_007_199_254_740_991, 0]], 'scope unknown, does not expire in this era'],
    ['a time before any date', [[0, -9_007_199_254_740_991, 0]], 'scope unknown, does not expire in this era'],
  ])('%s', (_, caveats, words) => {
    const description = described(caveats);
    expect(description.hasUnknownCaveat).toBe(false);
    expect(describeInWords(description)).toBe(words);
  });
});

test('of several lifetimes the narrowest counts, in milliseconds', () => {
  expect(
    described([
      [0, 30, 10],
      [0, 20, 5],
    ]),
  ).toMatchObject({ notBefore: 10_000, expiresAt: 20_000 });
});

describe('caveats that PyPI refuses', () => {
  test.each<[string, unknown]>([
    ['an unknown tag', [5, 'x']],
    ['a tag as text', ['1', ['demo']]],
    ['an empty array', []],
    ['an array without a tag', [['demo']]],
    ['a missing field', [0, 1_800_000_900]],
    ['a time as text', [0, '1800000900', 0]],
    ['a time with a fraction', '[0, 1800000900.5, 0]'],
    ['a time with a fraction of nothing', '[0, 1800000900.0, 0]'],
    ['a time with an exponent', '[0, 18e8, 0]'],
    ['a time as a truth', [0, true, 0]],
    ['a name that is no text', [1, [7]]],
    ['names that are no list', [1, 'demo']],
    ['a user that is no text', [3, 7]],
    ['a publisher without claims', [4, 'uuid']],
    ['another object', { version: 2, permissions: 'user' }],
    ['an old token for nothing known', { version: 1, permissions: 'all' }],
    ['a number', 7],
    ['null', 'null'],
    ['no JSON', 'time < 2030-01-01'],
    ['nothing', ''],
  ])('%s', (_, caveat) => {
    expect(described([caveat]).hasUnknownCaveat).toBe(true);
  });
});

function described(caveats: readonly unknown[]): ReturnType<typeof describeToken> {
  const texts = caveats.map(caveat => (typeof caveat === 'string' ? caveat : JSON.stringify(caveat)));
  return describeToken({ location: 'index.example', identifier: 'id', caveats: texts });
}
