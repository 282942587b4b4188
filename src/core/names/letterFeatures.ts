import { elsewhereGain, letterGain, mean, oddestElsewhere, oddestMeant, oddestWritten, sum } from './letterMeasures.ts';
import { rank, twoSlips, wordLength, type Feature } from './pairMeasures.ts';

const inList: readonly Feature[] = [
  ['letters', letterGain],
  ['letters gained', pair => Math.max(0, letterGain(pair))],
  ['letters gained beyond 4', pair => Math.max(0, letterGain(pair) - 4)],
  ['mean letter of written', pair => mean(pair.writtenLetters)],
  ['mean letter of meant', pair => mean(pair.meantLetters)],
  ['oddest letter', oddestWritten],
  ['oddest letter beyond 4', pair => Math.max(0, -oddestWritten(pair) - 4)],
  ['oddest letter beyond 6', pair => Math.max(0, -oddestWritten(pair) - 6)],
  ['oddest letter of meant', oddestMeant],
];

const elsewhere: readonly Feature[] = [
  ['elsewhere', elsewhereGain],
  ['elsewhere gained', pair => Math.max(0, elsewhereGain(pair))],
  ['elsewhere written', pair => sum(pair.writtenOtherwise)],
  ['elsewhere written × word length', pair => sum(pair.writtenOtherwise) * wordLength(pair)],
  ['elsewhere mean letter of written', pair => mean(pair.writtenOtherwise)],
  ['elsewhere mean letter of meant', pair => mean(pair.meantOtherwise)],
  ['elsewhere oddest letter', oddestElsewhere],
  ['elsewhere oddest letter beyond 5', pair => Math.max(0, -oddestElsewhere(pair) - 5)],
  ['elsewhere oddest letter beyond 7', pair => Math.max(0, -oddestElsewhere(pair) - 7)],
  ['elsewhere × two slips', pair => elsewhereGain(pair) * twoSlips(pair)],
  ['elsewhere × rank', pair => elsewhereGain(pair) * rank(pair)],
  ['elsewhere oddest letter × two slips', pair => oddestElsewhere(pair) * twoSlips(pair)],
  ['elsewhere oddest letter × rank', pair => oddestElsewhere(pair) * rank(pair)],
];

/** How likely the letters are in words of the list, and in words of other names: what is a word there is seldom a slip. */
export const letterFeatures: readonly Feature[] = [...inList, ...elsewhere];
