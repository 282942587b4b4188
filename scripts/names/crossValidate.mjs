// @ts-check
import { fitLikeness } from './fitLikeness.mjs';
import { seededChance } from '../lib/seededChance.mjs';

/**
 * @typedef {import('./examples.mjs').Core} Core
 * @typedef {import('./examples.mjs').Example} Example
 * @typedef {ReturnType<typeof fitLikeness>} Model
 * @typedef {{ readonly example: Example, readonly score: number, readonly target: string | null, readonly fold: number }} HeldOut
 */

const FOLDS = 8;

/**
 * Scores every labelled name by a fit that saw neither it nor any name made to look like its target, made ones included.
 * @param {Core} core
 * @param {readonly Example[]} examples
 * @param {number} seed
 * @returns {{ heldOut: HeldOut[], models: Model[] }}
 */
export function crossValidate(core, examples, seed) {
  const foldOf = assignFolds(examples, seed);
  const heldOut = [];
  const models = [];
  for (let fold = 0; fold < FOLDS; fold++) {
    const isOut = (/** @type {Example} */ example) => foldOf(example) === fold;
    const model = fitLikeness(examples.filter(example => !isOut(example)));
    models.push(model);
    for (const example of examples) if (!example.isMade && isOut(example)) heldOut.push({ example, fold, ...best(core, example, model) });
  }
  return { heldOut, models };
}

/**
 * @param {Core} core
 * @param {Example} example
 * @param {Model} model
 */
function best(core, { pairs, isEstablished }, model) {
  let [score, target] = [-Infinity, /** @type {string | null} */ (null)];
  for (const pair of pairs) {
    const here = core.scoreOf(pair.values, model);
    if (here > score) [score, target] = [here, pair.target];
  }
  return { score: score - (isEstablished ? Math.log(core.reserve) : 0), target };
}

/**
 * Whole targets, the most attacked first, each into the emptiest fold; legitimate names by chance.
 * @param {readonly Example[]} examples
 * @param {number} seed
 */
function assignFolds(examples, seed) {
  const chance = seededChance(seed);
  const attacks = new Map();
  for (const { isMade, target } of examples) if (!isMade && target !== undefined) attacks.set(target, (attacks.get(target) ?? 0) + 1);
  const load = Array.from({ length: FOLDS }, () => 0);
  const folds = new Map();
  const order = [...attacks]
    .map(([target, count]) => ({ target, count, draw: chance() }))
    .sort((one, other) => other.count - one.count || one.draw - other.draw);
  for (const { target, count } of order) {
    const fold = load.indexOf(Math.min(...load));
    folds.set(target, fold);
    load[fold] = (load[fold] ?? 0) + count;
  }
  const draws = new Map(examples.map(example => [example, Math.floor(chance() * FOLDS)]));
  return (/** @type {Example} */ example) =>
    (example.label === 1 ? folds.get(example.target) : undefined) ?? (example.isMade ? -1 : draws.get(example));
}
