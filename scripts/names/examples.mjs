// @ts-check
import { misspellings } from './misspell.mjs';

/**
 * @typedef {import('./loadCore.mjs').Core} Core
 * @typedef {import('../../src/core/names/nameList.ts').NameList} NameList
 * @typedef {import('./nameData.mjs').LabelledName} LabelledName
 * @typedef {LabelledName & { readonly isMade: boolean, readonly isEstablished: boolean }} Unmeasured
 * @typedef {Unmeasured & { readonly variant: string | null, readonly pairs: readonly Pair[] }} Example
 * @typedef {{ readonly target: string, readonly values: Float64Array }} Pair
 */

const MADE = 15_000;
const SEED = 7;

/**
 * Every labelled name that the list does not have, and misspellings made of the list, each with its features beside every
 * close name.
 * @param {Core} core
 * @param {NameList} list
 * @param {readonly LabelledName[]} labelled normalised
 * @param {ReadonlySet<string>} established
 * @returns {Example[]}
 */
export function examplesOf(core, list, labelled, established) {
  const real = labelled.filter(({ name }) => !list.ranks.has(name));
  return [
    ...real.map(each => measured(core, list, { ...each, isMade: false, isEstablished: established.has(each.name) })),
    ...madeOf(list).map(each => measured(core, list, each)),
  ];
}

/**
 * @param {NameList} list
 * @returns {Unmeasured[]}
 */
function madeOf({ names }) {
  return misspellings(names, MADE, SEED).map(each => ({
    ...each,
    label: 1,
    kind: 'typo',
    source: 'made',
    targetInList: true,
    isMade: true,
    isEstablished: false,
  }));
}

/**
 * @param {Core} core
 * @param {NameList} list
 * @param {Unmeasured} example
 * @returns {Example}
 */
function measured(core, list, example) {
  const variant = example.isMade || example.isEstablished ? null : (core.nameVariant(example.name, list)?.target ?? null);
  return { ...example, variant, pairs: pairsOf(core, list, example.name) };
}

/**
 * @param {Core} core
 * @param {NameList} list
 * @param {string} name
 * @returns {Pair[]}
 */
function pairsOf(core, list, name) {
  if (name.length < core.shortestName) return [];
  return core
    .namePairs(name, core.closeNames(name, list), list)
    .map(pair => ({ target: pair.meant.name, values: Float64Array.from(core.likenessFeatures, ([, measure]) => measure(pair)) }));
}
