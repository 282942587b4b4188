// @ts-check
import { boostTrees } from './boostTrees.mjs';
import { fitLogistic } from './logisticRegression.mjs';
import { trainingRows } from './trainingRows.mjs';

const RIDGE = 10;
/** What the trees are worth beside the weights. */
const SHARE = 0.5;

/**
 * Fits the weights of the features, and the trees that add what weights cannot tell.
 * @param {readonly import('./examples.mjs').Example[]} examples
 */
export function fitLikeness(examples) {
  const rows = trainingRows(examples);
  return { ...fitLogistic(rows, RIDGE), trees: boostTrees(rows, SHARE) };
}
