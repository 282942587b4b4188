import { areAdjacentKeys } from './keyboard.ts';
import { areLookAlikes } from './lookAlikes.ts';
import type { Slip } from './misspelling.ts';

/** What kind of slip it is: some befall everybody, some nobody. */
export const slipKinds = [
  'doubled',
  'added-beside',
  'added-digit',
  'added',
  'added-hyphen',
  'undoubled',
  'dropped',
  'dropped-digit',
  'dropped-hyphen',
  'swapped',
  'swapped-hyphen',
  'vowel',
  'adjacent-key',
  'look-alike',
  'digit',
  'replaced',
  'replaced-hyphen',
] as const;
export type SlipKind = (typeof slipKinds)[number];

export function slipKind(slip: Slip, meant: string, written: string): SlipKind {
  switch (slip.kind) {
    case 'swapped':
      return meant.slice(slip.place, slip.place + 2).includes('-') ? 'swapped-hyphen' : 'swapped';
    case 'added':
      return addedKind(slip.letter, written[slip.written - 1] ?? '', written[slip.written + 1] ?? '');
    case 'dropped':
      return droppedKind(slip.letter, meant[slip.place - 1] ?? '', meant[slip.place + 1] ?? '');
    case 'replaced':
      return replacedKind(slip.letter, slip.by);
  }
}

function addedKind(letter: string, left: string, right: string): SlipKind {
  if (letter === '-') return 'added-hyphen';
  if (letter === left || letter === right) return 'doubled';
  if (isDigit(letter)) return 'added-digit';
  return areAdjacentKeys(letter, left) || areAdjacentKeys(letter, right) ? 'added-beside' : 'added';
}

function droppedKind(letter: string, left: string, right: string): SlipKind {
  if (letter === '-') return 'dropped-hyphen';
  if (letter === left || letter === right) return 'undoubled';
  return isDigit(letter) ? 'dropped-digit' : 'dropped';
}

function replacedKind(letter: string, by: string): SlipKind {
  if (letter === '-' || by === '-') return 'replaced-hyphen';
  if (isDigit(letter) && isDigit(by)) return 'digit';
  if (areLookAlikes(letter, by)) return 'look-alike';
  if (isVowel(letter) && isVowel(by)) return 'vowel';
  if (areAdjacentKeys(letter, by)) return 'adjacent-key';
  return isDigit(letter) || isDigit(by) ? 'digit' : 'replaced';
}

function isDigit(letter: string): boolean {
  return letter >= '0' && letter <= '9';
}

function isVowel(letter: string): boolean {
  return 'aeiouy'.includes(letter);
}
