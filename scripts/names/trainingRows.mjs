// @ts-check

/**
 * @typedef {import('./examples.mjs').Example} Example
 * @typedef {import('./logisticRegression.mjs').Row} Row
 */

const REAL = 5;
const MADE = 0.45;
/** What is established is judged with reserve anyway. */
const ESTABLISHED = 0.3;
const OTHERS = 1.5;

/**
 * What a fit learns from: each misspelling beside its target, each legitimate name beside all that are close to it. A
 * target that was attacked a hundred times weighs as much as ten that were attacked once.
 * @param {readonly Example[]} examples
 * @returns {Row[]}
 */
export function trainingRows(examples) {
  const attacks = countTargets(examples);
  return examples.flatMap(example => rowsOf(example, attacks));
}

/**
 * @param {Example} example
 * @param {ReadonlyMap<string, number>} attacks
 * @returns {Row[]}
 */
function rowsOf(example, attacks) {
  const { label, kind, isMade, isEstablished, target = '', pairs } = example;
  if (label === 0)
    return pairs.map(({ values }) => ({ values, label: /** @type {const} */ (0), weight: isEstablished ? ESTABLISHED : OTHERS }));
  const weight = isMade ? MADE : REAL / Math.sqrt(attacks.get(target) ?? 1);
  const meant = kind === 'typo' ? pairs.filter(pair => pair.target === target) : [];
  return meant.map(({ values }) => ({ values, label: /** @type {const} */ (1), weight }));
}

/** @param {readonly Example[]} examples */
function countTargets(examples) {
  const counts = new Map();
  for (const { isMade, target } of examples) if (!isMade && target !== undefined) counts.set(target, (counts.get(target) ?? 0) + 1);
  return counts;
}
