import type { CloseName } from './closeNames.ts';
import { shapeOf } from './lookAlikes.ts';
import { misspelling, type Slip } from './misspelling.ts';
import { familiesOf, squash, type NameList } from './nameList.ts';
import { slipKind, type SlipKind } from './slipKind.ts';

/** A written name beside one that may have been meant, with all that tells a misspelling from a name of its own. */
export interface NamePair {
  readonly written: string;
  readonly meant: CloseName;
  readonly slips: readonly Slip[];
  readonly kinds: readonly SlipKind[];
  /** The logarithms of the letters' probabilities. */
  readonly writtenLetters: Float64Array;
  readonly meantLetters: Float64Array;
  /** The same in words of other names than the list's. */
  readonly writtenOtherwise: Float64Array;
  readonly meantOtherwise: Float64Array;
  /** The words, between hyphens, that the last slip is in. */
  readonly writtenWord: string;
  readonly meantWord: string;
  readonly isFirstLetter: boolean;
  readonly isLastLetter: boolean;
  readonly isWordStart: boolean;
  readonly isWordEnd: boolean;
  /** Where in the meant name the slips are, from 0 to 1. */
  readonly position: number;
  /** How many names of the list are as close. */
  readonly neighbours: number;
  /** The best place in the list among the others; the end of any list where there are none. */
  readonly nextRank: number;
  readonly familySize: number;
  readonly isSameShape: boolean;
  readonly isSameButHyphens: boolean;
  /** Whether the written name is two words of the list, run together. */
  readonly isCompound: boolean;
  /** The same, be they words of the list or of other names. */
  readonly isLooseCompound: boolean;
  readonly list: NameList;
}

const BEYOND_ANY_LIST = 30_000;

/** How many are compared in full: the most popular. */
const MOST = 4;

/** The written name with each of the most popular of its close names. */
export function namePairs(written: string, close: readonly CloseName[], list: NameList): readonly NamePair[] {
  if (close.length === 0) return [];
  const look = lookOf(written, list);
  const popular = close.toSorted((one, other) => one.rank - other.rank).slice(0, MOST);
  return popular.map(meant => pairOf(look, meant, close, list));
}

type Look = Pick<NamePair, 'written' | 'writtenLetters' | 'writtenOtherwise' | 'isCompound' | 'isLooseCompound'>;

/** What is the same in every pair. */
function lookOf(written: string, { letters, otherLetters, words, otherWords }: NameList): Look {
  const isCompound = isTwoWords(written, word => words.has(word));
  return {
    written,
    writtenLetters: letters.surprise(written),
    writtenOtherwise: otherLetters.surprise(written),
    isCompound,
    isLooseCompound: isCompound || isTwoWords(written, word => words.has(word) || otherWords.has(word)),
  };
}

/** Every field by its name: objects put together from others are slow, and this is done for each pair. */
function pairOf(look: Look, meant: CloseName, close: readonly CloseName[], list: NameList): NamePair {
  const { written } = look;
  const { name } = meant;
  const slips = misspelling(name, written);
  const [first, last] = [slips[0], slips.at(-1)];
  if (!first || !last) throw new Error('The names are the same.');
  return {
    written,
    meant,
    slips,
    kinds: slips.map(slip => slipKind(slip, name, written)),
    writtenLetters: look.writtenLetters,
    meantLetters: list.letters.surprise(name),
    writtenOtherwise: look.writtenOtherwise,
    meantOtherwise: list.otherLetters.surprise(name),
    writtenWord: wordAt(written, last.written),
    meantWord: wordAt(name, last.place),
    isFirstLetter: first.place === 0 && first.written === 0,
    isLastLetter: last.place + lettersOf(last) >= name.length,
    isWordStart: first.place === 0 || name[first.place - 1] === '-',
    isWordEnd: last.place >= name.length - 1 || name[last.place + 1] === '-',
    position: slips.reduce((sum, { place }) => sum + place, 0) / slips.length / name.length,
    neighbours: close.length,
    nextRank: nextRank(meant, close),
    familySize: Math.max(0, ...familiesOf(name).map(family => list.families.get(family) ?? 0)),
    isSameShape: shapeOf(name) === shapeOf(written),
    isSameButHyphens: squash(name) === squash(written),
    isCompound: look.isCompound,
    isLooseCompound: look.isLooseCompound,
    list,
  };
}

function lettersOf({ kind }: Slip): number {
  return kind === 'swapped' ? 2 : kind === 'added' ? 0 : 1;
}

function wordAt(name: string, place: number): string {
  const inside = Math.min(place, name.length - 1);
  const end = name.indexOf('-', inside);
  return name.slice(name.lastIndexOf('-', inside - 1) + 1, end < 0 ? name.length : end);
}

function nextRank(meant: CloseName, close: readonly CloseName[]): number {
  return close.reduce((least, other) => (other === meant ? least : Math.min(least, other.rank)), BEYOND_ANY_LIST);
}

const SHORTEST_WORD = 3;

function isTwoWords(name: string, isWord: (text: string) => boolean): boolean {
  for (let cut = SHORTEST_WORD; cut <= name.length - SHORTEST_WORD; cut++)
    if (isWord(name.slice(0, cut)) && isWord(name.slice(cut))) return true;
  return false;
}
