import { describe, expect, test } from 'vitest';

import { distributionOf, importedPairs } from '../../../../src/core/names/importNames.ts';
import { judgeOwnName } from '../../../../src/core/names/judgeOwnName.ts';
import { normalizeName } from '../../../../src/core/names/normalizeName.ts';
import { popularityOf } from '../../../../src/core/names/popularity.ts';
import { shippedList } from './shippedList.ts';

describe('a name for a new project', () => {
  test.each([
    ['os', { kind: 'refused', target: null }],
    ['Os.Path', { kind: 'refused', target: null }],
    ['distutils', { kind: 'refused', target: null }],
    ['Thread', { kind: 'refused', target: null, reason: 'it is the name of a module of the standard library' }],
    ['XML__etree.-elementTree', { kind: 'refused', target: null, reason: 'it is the name of a module of the standard library' }],
    ['xmletree', { kind: 'probably-free' }],
    ['', { kind: 'refused', target: null }],
    ['-demo', { kind: 'refused', target: null }],
    ['de mo', { kind: 'refused', target: null }],
    ['d\u0435mo', { kind: 'refused', target: null }],
    ['requests', { kind: 'refused', target: 'requests' }],
    ['Re.Quests', { kind: 'refused', target: 'requests' }],
    ['f1ask', { kind: 'refused', target: 'flask' }],
    ['fIask', { kind: 'refused', target: 'flask' }],
    ['b0to3', { kind: 'refused', target: 'boto3' }],
    ['typingextensions', { kind: 'refused', target: 'typing-extensions' }],
    ['p-a-n-d-a-s', { kind: 'refused', target: 'pandas', reason: 'it is too similar to a project that exists' }],
    ['T0ML', { kind: 'refused', target: 'toml' }],
    ['rnatplotlib', { kind: 'confusable', judgement: { target: 'matplotlib' } }],
    ['reqeusts', { kind: 'confusable', judgement: { target: 'requests' } }],
    ['weboob', { kind: 'confusable', judgement: { target: 'webob' } }],
    ['my-neat-thing', { kind: 'probably-free' }],
    ['__proto__', { kind: 'refused' }],
    ['constructor', { kind: 'probably-free' }],
  ])('%j', (name, expected) => {
    expect(judgeOwnName(name, shippedList)).toMatchObject(expected);
  });
});

describe('popularity is a fact of the list', () => {
  test.each([
    [0, 'one of the ten most downloaded projects'],
    [9, 'one of the ten most downloaded projects'],
    [10, 'one of the hundred most downloaded projects'],
    [100, 'one of the thousand most downloaded projects'],
    [1000, 'among the about 1 % most downloaded projects'],
    [8000, 'among the about 2 % most downloaded projects'],
  ])('place %i from 0: %s', (rank, words) => {
    const popularity = popularityOf(shippedList.names[rank]?.toUpperCase() ?? '', shippedList);
    expect(popularity).toEqual({ place: rank + 1, words, date: '2026-04-01' });
  });

  test('of other names nothing is known', () => {
    expect(popularityOf('my-neat-thing', shippedList)).toBeNull();
    expect(popularityOf('__proto__', shippedList)).toBeNull();
  });
});

test.each([
  ['cv2', 'opencv-python'],
  ['PIL', 'pillow'],
  ['yaml', 'pyyaml'],
  ['bs4', 'beautifulsoup4'],
  ['sklearn', 'scikit-learn'],
  ['pkg_resources', 'setuptools'],
  ['Crypto', 'pycryptodome'],
  ['requests', null],
  ['constructor', null],
])('the module %s comes with %s', (module, distribution) => {
  expect(distributionOf(module)).toBe(distribution);
});

test('a module is told of a popular project alone, and never of one with its own name', () => {
  for (const [module, distribution] of importedPairs) {
    expect({ distribution, isListed: shippedList.ranks.has(distribution) }).toEqual({ distribution, isListed: true });
    expect(normalizeName(module)).not.toBe(distribution);
    expect(shippedList.ranks.get(normalizeName(module)) ?? Infinity).toBeGreaterThan(500);
  }
});
