import type { NamePair } from './namePair.ts';
import type { NameVariant } from './nameVariant.ts';
import type { SlipKind } from './slipKind.ts';

const words: Readonly<Record<SlipKind, string>> = {
  doubled: 'a letter doubled',
  'added-beside': 'a letter too many',
  'added-digit': 'a digit too many',
  added: 'a letter too many',
  'added-hyphen': 'a hyphen too many',
  undoubled: 'a double letter written once',
  dropped: 'a letter left out',
  'dropped-digit': 'a digit left out',
  'dropped-hyphen': 'a hyphen left out',
  swapped: 'two letters swapped',
  'swapped-hyphen': 'a hyphen moved',
  vowel: 'one vowel for another',
  'adjacent-key': 'the key beside it',
  'look-alike': 'a letter that resembles it',
  digit: 'another digit',
  replaced: 'another letter',
  'replaced-hyphen': 'a hyphen for a letter',
};

/** What was done to the meant name, as words for a bracket. */
export function slipWords({ kinds, isSameShape, isSameButHyphens }: NamePair): string {
  if (isSameButHyphens) return kinds.length > 1 ? 'hyphens elsewhere' : words[kinds[0] ?? 'added-hyphen'];
  if (isSameShape) return 'letters that look alike';
  const [first = '', second = ''] = kinds.map(kind => words[kind]);
  if (second === '') return first;
  return first === second ? `twice ${first}` : `${first}, and ${second}`;
}

export function variantWords({ kind, added }: NameVariant): string {
  if (kind === 'word-order') return 'the same words in another order';
  return kind === 'lure' ? `a popular name with "${added}" added` : `"${added}" added or written out`;
}
