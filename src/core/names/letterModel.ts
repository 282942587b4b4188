import { countLetters, spell, type LetterCounts } from './letterCounts.ts';
import { EDGE, START, followedBy, symbolOf } from './letterSymbols.ts';

/** How likely each letter is after those before it, as learned from words. */
export interface LetterModel {
  /**
   * The natural logarithm of the probability of each letter of a normalised name, given some letters of the same word
   * before it. A word's last letter bears its end as well, a hyphen is a constant.
   */
  surprise(name: string): Float64Array;
}

const HYPHEN = -1.5;

/** Each word counts once, however many names have it. `before`: how many letters before another are looked at, four at most. */
export function learnLetters(words: readonly string[], before: number): LetterModel {
  const spelling = spell(words);
  const counts = Array.from({ length: before + 1 }, (_, letters) => countLetters(spelling, letters));
  return { surprise: name => surpriseOf(name, counts) };
}

function surpriseOf(name: string, counts: readonly LetterCounts[]): Float64Array {
  const result = new Float64Array(name.length).fill(HYPHEN);
  let context = START;
  for (let place = 0; place < name.length; place++) {
    const before = context;
    const isHyphen = name[place] === '-';
    const symbol = symbolOf(name.charCodeAt(place));
    context = isHyphen ? START : followedBy(context, symbol);
    if (isHyphen) continue;
    const isLast = place + 1 === name.length || name[place + 1] === '-';
    result[place] = Math.log(probability(before, symbol, counts)) + (isLast ? Math.log(probability(context, EDGE, counts)) : 0);
  }
  return result;
}

/** From the shortest context to the longest that was seen. */
function probability(context: number, symbol: number, counts: readonly LetterCounts[]): number {
  let likely = 1 / EDGE;
  for (const each of counts) likely = each.likely(context, symbol, likely);
  return likely;
}
