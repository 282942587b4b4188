import { letterFeatures } from './letterFeatures.ts';
import { letterGain, oddestWritten } from './letterMeasures.ts';
import type { NamePair } from './namePair.ts';
import { countOf, length, rank, twoSlips, wordLength, type Feature } from './pairMeasures.ts';
import { slipKinds, type SlipKind } from './slipKind.ts';

/** Slips of one letter for which it matters where they are, and how long the word is. */
const placedKinds: readonly SlipKind[] = [
  'doubled',
  'added-beside',
  'added',
  'undoubled',
  'dropped',
  'swapped',
  'vowel',
  'adjacent-key',
  'look-alike',
  'replaced',
];

const slipFeatures: readonly Feature[] = [
  ...slipKinds.map((kind): Feature => [kind, pair => countOf(kind, pair)]),
  ...placedKinds.flatMap((kind): readonly Feature[] => [
    [`${kind} × word length`, pair => countOf(kind, pair) * wordLength(pair)],
    [`${kind} × first letter`, pair => countOf(kind, pair) * Number(pair.isFirstLetter)],
    [`${kind} × last letter`, pair => countOf(kind, pair) * Number(pair.isLastLetter)],
  ]),
  ['two slips', twoSlips],
  ['two slips × length', pair => twoSlips(pair) * length(pair)],
  ['two slips × word length', pair => twoSlips(pair) * wordLength(pair)],
  ['two slips × rank', pair => twoSlips(pair) * rank(pair)],
  ['two slips × letters', pair => twoSlips(pair) * letterGain(pair)],
  ['two slips × oddest letter', pair => twoSlips(pair) * oddestWritten(pair)],
  ['two slips × replaced', pair => twoSlips(pair) * countOf('replaced', pair)],
  ['two slips × added', pair => twoSlips(pair) * countOf('added', pair)],
  ['two slips × hyphens', pair => twoSlips(pair) * Number(pair.meant.name.includes('-'))],
  ['two slips × first letter', pair => twoSlips(pair) * Number(pair.isFirstLetter)],
  ['two slips × last letter', pair => twoSlips(pair) * Number(pair.isLastLetter)],
  ['two slips together', pair => twoSlips(pair) * Number(distanceOfSlips(pair) <= 2)],
  ['two slips × next rank', pair => twoSlips(pair) * (Math.log10(pair.nextRank + 10) - rank(pair))],
  ['two slips × known word', pair => twoSlips(pair) * Number(pair.list.words.has(pair.writtenWord))],
  ['same shape', pair => Number(pair.isSameShape)],
  ['same but hyphens', pair => Number(pair.isSameButHyphens)],
];

const placeFeatures: readonly Feature[] = [
  ['first letter', pair => Number(pair.isFirstLetter)],
  ['last letter', pair => Number(pair.isLastLetter)],
  ['start of a word', pair => Number(pair.isWordStart)],
  ['end of a word', pair => Number(pair.isWordEnd)],
  ['position', pair => pair.position],
  ['in the middle', pair => pair.position * (1 - pair.position)],
  ['written starts with meant', pair => Number(pair.written.startsWith(pair.meant.name))],
  ['written ends with meant', pair => Number(pair.written.endsWith(pair.meant.name))],
  ['plural', pair => Number(pair.written === `${pair.meant.name}s` || pair.meant.name === `${pair.written}s`)],
  ['digit at the end', pair => Number(/\d$/.test(pair.written) || /\d$/.test(pair.meant.name))],
  ['py comes or goes', pair => Number(/^py|py$/.test(pair.written) !== /^py|py$/.test(pair.meant.name))],
];

const targetFeatures: readonly Feature[] = [
  ['length', length],
  ['letters up to eight', pair => Math.min(pair.meant.name.length, 8)],
  ['five letters or fewer', pair => Number(pair.meant.name.length <= 5)],
  ['word length', wordLength],
  ['word letters up to eight', pair => Math.min(pair.meantWord.length, 8)],
  ['letters of other words', otherLetters],
  ['word length beside others', pair => Number(otherLetters(pair) > 0) * wordLength(pair)],
  ['hyphens', pair => pair.meant.name.split('-').length - 1],
  ['has a digit', pair => Number(/\d/.test(pair.meant.name))],
  ['rank', rank],
  ['rank²', pair => rank(pair) ** 2],
  ['rank × length', pair => rank(pair) * length(pair)],
  ['rank × letters', pair => rank(pair) * letterGain(pair)],
  ['rank × replaced', pair => rank(pair) * countOf('replaced', pair)],
  ['rank × known word', pair => rank(pair) * Number(pair.list.words.has(pair.writtenWord))],
  ['rank × digit', pair => rank(pair) * Number(/\d$/.test(pair.written))],
  ['rank of the next', pair => Math.log10(pair.nextRank + 10) - rank(pair)],
  ['neighbours', pair => pair.neighbours],
  ['more neighbours', pair => Math.log(pair.neighbours)],
  ['family', pair => Math.log1p(pair.familySize)],
];

const wordFeatures: readonly Feature[] = [
  ['written word is known', pair => Number(pair.list.words.has(pair.writtenWord))],
  ['uses of the written word', pair => Math.log1p(pair.list.words.get(pair.writtenWord)?.count ?? 0)],
  ['uses of the meant word', pair => Math.log1p(pair.list.words.get(pair.meantWord)?.count ?? 0)],
  ['rank of the meant word', pair => Math.log10((pair.list.words.get(pair.meantWord)?.rank ?? 15_000) + 10)],
  ['written is a known word', pair => Number(pair.list.words.has(pair.written) || pair.list.squashed.has(pair.written))],
  ['written is two words', pair => Number(pair.isCompound)],
  ['written is two words of any name', pair => Number(pair.isLooseCompound)],
  ['written word is known elsewhere', pair => Number(pair.list.otherWords.has(pair.writtenWord))],
  ['written is one word known elsewhere', pair => Number(pair.list.otherWords.has(pair.written))],
];

/** What the likeness of a pair is added up from; the weights are fitted, by these names. */
export const likenessFeatures: readonly Feature[] = [
  ...slipFeatures,
  ...placeFeatures,
  ...targetFeatures,
  ...wordFeatures,
  ...letterFeatures,
];

function distanceOfSlips({ slips: [first, second] }: NamePair): number {
  return first && second ? second.place - first.place : 0;
}

function otherLetters({ meant, meantWord }: NamePair): number {
  return meant.name.length - meantWord.length;
}
