// @ts-check
import { misspellings } from './misspell.mjs';
import { otherWords } from './otherWords.mjs';

/**
 * @typedef {Awaited<ReturnType<typeof import('./loadCore.mjs').loadCore>>} Core
 * @typedef {import('../../src/core/names/nameList.ts').NameList} NameList
 * @typedef {import('./nameData.mjs').LabelledName} LabelledName
 * @typedef {LabelledName & { readonly isMade: boolean }} Unmeasured
 * @typedef {Unmeasured & { readonly variant: string | null, readonly pairs: readonly Pair[] }} Example
 * @typedef {{ readonly target: string, readonly values: Float64Array }} Pair
 */

const MADE = 15_000;
const SEED = 7;
const PARTS = 20;

/**
 * Every labelled name that the list does not have, and misspellings made of the list, each with its features beside every
 * close name. A part of them is measured by the words of the other parts alone: no name is known by a word that it brought itself.
 * @param {Core} core
 * @param {NameList} list
 * @param {readonly LabelledName[]} labelled normalised
 * @returns {Example[]}
 */
export function examplesOf(core, list, labelled) {
  const words = [...otherWords(list.names, labelled)];
  const all = [...labelled.map(each => ({ ...each, isMade: false })), ...madeOf(list)].filter(({ name }) => !list.ranks.has(name));
  const places = new Map(all.map(({ name }, place) => [name, place]));
  return Array.from({ length: PARTS }, (_, part) => {
    const isOut = (/** @type {string} */ name) => (places.get(name) ?? 0) % PARTS === part;
    const known = words.filter(([, owners]) => ![...owners].every(isOut)).map(([word]) => word);
    const measuring = core.readNameList(core.nameListText({ ...list, otherWords: known }));
    return all.filter(({ name }) => isOut(name)).map(each => measured(core, measuring, each));
  }).flat();
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
  }));
}

/**
 * @param {Core} core
 * @param {NameList} list
 * @param {Unmeasured} example
 * @returns {Example}
 */
function measured(core, list, example) {
  const variant = example.isMade ? null : (core.nameVariant(example.name, list)?.target ?? null);
  return { ...example, variant, pairs: pairsOf(core, list, example.name) };
}

/**
 * @param {Core} core
 * @param {NameList} list
 * @param {string} name
 * @returns {Pair[]}
 */
function pairsOf(core, list, name) {
  return core
    .namePairs(name, core.closeNames(name, list), list)
    .map(pair => ({ target: pair.meant.name, values: Float64Array.from(core.likenessFeatures, ([, measure]) => measure(pair)) }));
}
