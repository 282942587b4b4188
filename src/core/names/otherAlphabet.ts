/** Letters of the Cyrillic and Greek alphabets, and a few Latin ones, by the one of ASCII that they are taken for. */
const looks: readonly (readonly [ascii: string, others: string])[] = [
  ['a', 'аαɑ'],
  ['b', 'Ьв'],
  ['c', 'сϲ'],
  ['d', 'ԁ'],
  ['e', 'еєε'],
  ['g', 'ɡ'],
  ['h', 'һ'],
  ['i', 'іıι'],
  ['j', 'ј'],
  ['k', 'кκ'],
  ['l', 'ӏ'],
  ['m', 'м'],
  ['n', 'ոη'],
  ['o', 'оοօ'],
  ['p', 'рρ'],
  ['q', 'ԛ'],
  ['r', 'г'],
  ['s', 'ѕ'],
  ['t', 'тτ'],
  ['u', 'υս'],
  ['v', 'νѵ'],
  ['w', 'ԝω'],
  ['x', 'хχ'],
  ['y', 'уγ'],
];
const asciiOf = new Map(looks.flatMap(([ascii, others]) => Array.from(others, (other): [string, string] => [other, ascii])));

/** What a reader sees in a name with letters of another alphabet; null where it is seen as what it is. */
export function otherAlphabet(name: string): string | null {
  const plain = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const seen = Array.from(plain, letter => asciiOf.get(letter) ?? letter).join('');
  return seen !== name && /^[a-z0-9-]+$/.test(seen) ? seen : null;
}
