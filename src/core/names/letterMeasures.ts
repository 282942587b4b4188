import type { NamePair } from './namePair.ts';

/** How much likelier the letters of the written name are than those of the meant one. */
export function letterGain({ writtenLetters, meantLetters }: NamePair): number {
  return sum(writtenLetters) - sum(meantLetters);
}

export function elsewhereGain({ writtenOtherwise, meantOtherwise }: NamePair): number {
  return sum(writtenOtherwise) - sum(meantOtherwise);
}

export function oddestWritten({ slips, writtenLetters }: NamePair): number {
  return Math.min(...slips.map(({ written }) => least(writtenLetters, written)));
}

export function oddestMeant({ slips, meantLetters }: NamePair): number {
  return Math.min(...slips.map(({ place }) => least(meantLetters, place)));
}

export function oddestElsewhere({ writtenOtherwise }: NamePair): number {
  return writtenOtherwise.reduce((lowest, letter) => Math.min(lowest, letter), 0);
}

/** Of the letters whose probability a slip at the place changes. */
function least(letters: Float64Array, place: number): number {
  let lowest = 0;
  for (let near = Math.max(0, place - 1); near < Math.min(place + 4, letters.length); near++) lowest = Math.min(lowest, letters[near] ?? 0);
  return lowest;
}

export function mean(letters: Float64Array): number {
  return sum(letters) / letters.length;
}

export function sum(letters: Float64Array): number {
  let total = 0;
  for (let place = 0; place < letters.length; place++) total += letters[place] ?? 0;
  return total;
}
