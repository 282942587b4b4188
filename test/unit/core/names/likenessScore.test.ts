import { expect, test } from 'vitest';

import { scoreOf, type Tree } from '../../../../src/core/names/likenessScore.ts';

const tree: Tree = [0, 1.5, 10, [1, 0, 20, 30]];

test.each([
  ['up to the value the first branch holds', [1.5, 9], 10],
  ['beyond it the second', [1.6, 0], 20],
  ['and so on to a leaf', [1.6, 0.1], 30],
  ['what is missing counts as nothing', [], 10],
])('%s', (_, values, leaf) => {
  expect(scoreOf(values, { intercept: 0, weights: [], trees: [tree] })).toBe(leaf);
});

test('a score adds up the intercept, the weights and all trees', () => {
  expect(scoreOf([2, 3], { intercept: 1, weights: [10, 100], trees: [tree, 1000] })).toBe(1 + 20 + 300 + 30 + 1000);
});
