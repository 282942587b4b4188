// @ts-check

/** @typedef {import('../../src/core/names/likenessModel.ts').LikenessWeights} LikenessWeights */

/**
 * What `likenessWeights.ts` says.
 * @param {LikenessWeights} weights
 */
export function weightsModule({ intercept, threshold, features }) {
  const lines = Object.entries(features).map(([name, weight]) => `    ${/^[a-z]+$/.test(name) ? name : `'${name}'`}: ${weight},`);
  return [
    "import type { LikenessWeights } from './likenessModel.ts';",
    "import { likenessTrees } from './likenessTrees.ts';",
    '',
    '/** Written by `npm run fit:names`; docs/names.md tells how. */',
    'export const likenessWeights: LikenessWeights = {',
    `  intercept: ${intercept},`,
    `  threshold: ${threshold},`,
    '  features: {',
    ...lines,
    '  },',
    '  trees: likenessTrees,',
    '};',
    '',
  ].join('\n');
}

/**
 * What `likenessTrees.ts` says, a tree a line.
 * @param {LikenessWeights} weights
 */
export function treesModule({ trees }) {
  return [
    "import type { Tree } from './likenessScore.ts';",
    '',
    '/** Written by `npm run fit:names`; a feature is told by its place in `likenessFeatures`. */',
    '// prettier-ignore',
    'export const likenessTrees: readonly Tree[] = [',
    ...trees.map(tree => `  ${JSON.stringify(tree)},`),
    '];',
    '',
  ].join('\n');
}
