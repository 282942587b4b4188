// @ts-check

/** @typedef {import('./loadCore.mjs').Core} Core */
/** @typedef {import('../../src/core/names/nameList.ts').NameList} NameList */

/** What fits in the size that may ship; longer words are rare. */
const WORD = /^[a-z]{3,8}$/;
const MOST_WORDS = 10_000;

/**
 * The words that most names of the index have, of those that the list has not.
 * @param {readonly string[]} indexNames normalised
 * @param {readonly string[]} listed
 * @returns {string[]}
 */
export function frequentWords(indexNames, listed) {
  const known = new Set(listed.flatMap(name => name.split('-')));
  const counts = new Map();
  for (const name of indexNames)
    for (const word of new Set(name.split('-'))) if (WORD.test(word) && !known.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  const byUse = [...counts].sort(([word, count], [other, uses]) => uses - count || (word < other ? -1 : 1));
  return byUse.slice(0, MOST_WORDS).map(([word]) => word);
}

/**
 * The names of the index that resemble one of the list in letters or words.
 * @param {Core} core
 * @param {readonly string[]} indexNames normalised
 * @param {NameList} list
 */
export function resembling(core, indexNames, list) {
  return indexNames.filter(name => {
    if (list.ranks.has(name) || !core.isValidName(name)) return false;
    return core.closeNames(name, list).length > 0 || core.nameVariant(name, list) !== null;
  });
}

/**
 * Those that would be called suspicious if nobody knew them: what has to ship for them to be judged with reserve.
 * @param {Core} core
 * @param {readonly string[]} names
 * @param {NameList} list
 * @param {import('../../src/core/names/likenessModel.ts').LikenessWeights} weights
 */
export function inNeedOfReserve(core, names, list, weights) {
  const likenessOf = core.likenessBy(weights);
  return names.filter(name => {
    const pairs = name.length < core.shortestName ? [] : core.namePairs(name, core.closeNames(name, list), list);
    const likeness = Math.max(0, ...pairs.map(likenessOf));
    return likeness < 0.5 ? core.nameVariant(name, list) !== null : core.withReserve(likeness) < 0.5;
  });
}
