// @ts-check

/** What fits in the size that may ship; longer words are rare. */
const WORD = /^[a-z]{3,8}$/;

/**
 * The words of the labelled legitimate names that the list does not have, each with the names that have it.
 * @param {readonly string[]} names the list
 * @param {readonly { readonly name: string, readonly label: 0 | 1 }[]} labelled normalised
 * @returns {Map<string, Set<string>>}
 */
export function otherWords(names, labelled) {
  const listed = new Set(names.flatMap(name => name.split('-')));
  const words = new Map();
  for (const { name, label } of labelled) {
    const others = label === 1 ? [] : name.split('-').filter(word => WORD.test(word) && !listed.has(word));
    for (const word of others) words.set(word, (words.get(word) ?? new Set()).add(name));
  }
  return words;
}
