// @ts-check
import { binFeatures } from './binFeatures.mjs';
import { growTree } from './growTree.mjs';
import { seededChance } from '../lib/seededChance.mjs';

/**
 * @typedef {import('../../src/core/names/likenessScore.ts').Tree} Tree
 * @typedef {import('./logisticRegression.mjs').Row} Row
 */

const TREES = 120;
const STEP = 0.1;
const SHARE_OF_FEATURES = 0.3;
const SEED = 11;

/**
 * Small decision trees, each fitted to what those before it leave over (gradient boosting with a logistic loss), and each of some of the features.
 * @param {readonly Row[]} rows
 * @param {number} share what the trees are worth in a sum with another score
 * @returns {Tree[]}
 */
export function boostTrees(rows, share) {
  const binned = binFeatures(rows.map(({ values }) => values));
  const chance = seededChance(SEED);
  const scores = new Float64Array(rows.length);
  return Array.from({ length: TREES }, () => {
    const features = [...binned.codes.keys()].filter(() => chance() < SHARE_OF_FEATURES);
    const { leaves, treeOf } = growTree(binned, slopesOf(rows, scores), features);
    for (const { places, value } of leaves) for (const place of places) scores[place] = (scores[place] ?? 0) + STEP * value;
    return treeOf(STEP * share);
  });
}

/**
 * The slope of the loss at each row, and how it bends.
 * @param {readonly Row[]} rows
 * @param {Float64Array} scores
 */
function slopesOf(rows, scores) {
  const likely = scores.map(score => 1 / (1 + Math.exp(-score)));
  return {
    slopes: likely.map((each, place) => (rows[place]?.weight ?? 0) * (each - (rows[place]?.label ?? 0))),
    bends: likely.map((each, place) => (rows[place]?.weight ?? 0) * each * (1 - each)),
  };
}
