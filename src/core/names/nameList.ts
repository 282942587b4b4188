import { foldWords, unfoldWords } from './foldWords.ts';
import { letterMask } from './letterMask.ts';
import { learnLetters, type LetterModel } from './letterModel.ts';

/** The most downloaded projects, with what is worked out once to compare other names with them. */
export interface NameList {
  /** When it was drawn up, as `2026-04-01`. */
  readonly date: string;
  /** Normalised, the most downloaded first. */
  readonly names: readonly string[];
  /** The place of each in the list, from 0. */
  readonly ranks: ReadonlyMap<string, number>;
  readonly byLength: ReadonlyMap<number, SameLength>;
  /** The words between hyphens. */
  readonly words: ReadonlyMap<string, WordUse>;
  /** How many names are alike but for their last word (`types-`) or their first (`-sdk`). */
  readonly families: ReadonlyMap<string, number>;
  /** The names of several words, without their hyphens. */
  readonly squashed: ReadonlySet<string>;
  /** Words of legitimate names that the list does not have. */
  readonly otherWords: ReadonlySet<string>;
  /** Of the words of the list, and of those other words. */
  readonly letters: LetterModel;
  readonly otherLetters: LetterModel;
  /** Modules of the standard library of any Python, as names of projects. */
  readonly standardModules: ReadonlySet<string>;
  /** Projects that the index has had for long, of those that resemble one of the list: few ask for them by mistake. */
  readonly established: ReadonlySet<string>;
}

/** What the text of a list has. */
export interface NameListParts {
  readonly date: string;
  readonly names: readonly string[];
  readonly standardModules: Iterable<string>;
  readonly otherWords: Iterable<string>;
  readonly established: Iterable<string>;
}

/** The names of one length: place for place their places in the list, and the masks of their letters. */
export interface SameLength {
  readonly ranks: readonly number[];
  readonly masks: Int32Array;
}

/** `count`: how many names have it; `rank`: of the first of them. */
export interface WordUse {
  readonly count: number;
  readonly rank: number;
}

/**
 * Reads the list as it ships: a line with its date, then a normalised name a line, the most downloaded first; after an
 * empty line the modules of the standard library; after others the words of other names and the established projects,
 * as `unfoldWords` reads them.
 */
export function readNameList(text: string): NameList {
  const [listed = '', modules = '', others = '', projects = ''] = text.split('\n\n', 4);
  const [date = '', ...names] = linesIn(listed);
  const standardModules = once(() => new Set(linesIn(modules)));
  const words = once(() => countWords(names));
  const families = once(() => countFamilies(names));
  const squashed = once(() => squashedNames(names));
  const otherWords = once(() => new Set(unfoldWords(others)));
  const established = once(() => new Set(unfoldWords(projects)));
  const letters = once(() => learnLetters([...words().keys()], 3));
  const otherLetters = once(() => learnLetters([...otherWords()], 4));
  return {
    date,
    names,
    ranks: firstPlaces(names),
    byLength: sortByLength(names),
    get standardModules() {
      return standardModules();
    },
    get words() {
      return words();
    },
    get families() {
      return families();
    },
    get squashed() {
      return squashed();
    },
    get otherWords() {
      return otherWords();
    },
    get established() {
      return established();
    },
    get letters() {
      return letters();
    },
    get otherLetters() {
      return otherLetters();
    },
  };
}

/** Part by part what a list works out when it is first asked for, for a front that must not stand still for all of it at once. */
export function* workedOut(list: NameList): Iterable<unknown> {
  yield list.words;
  yield list.families;
  yield list.squashed;
  yield list.otherWords;
  yield list.established;
  yield list.letters;
  yield list.otherLetters;
}

/** The text that `readNameList` reads. */
export function nameListText({ date, names, standardModules, otherWords, established }: NameListParts): string {
  return [date, ...names, '', ...standardModules, '', foldWords(otherWords), '', foldWords(established), ''].join('\n');
}

/** Without hyphens: what is left when a person forgets them. */
export function squash(name: string): string {
  return name.replaceAll('-', '');
}

/** The two families of a name of several words. */
export function familiesOf(name: string): readonly string[] {
  const [first, last] = [name.indexOf('-'), name.lastIndexOf('-')];
  return first < 0 ? [] : [name.slice(0, last + 1), name.slice(first)];
}

/** Worked out when it is first asked for: most names are in the list, and need no more. */
function once<T>(workOut: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: workOut() }).value;
}

function linesIn(text: string): readonly string[] {
  return text.split('\n').filter(line => line !== '');
}

function firstPlaces(names: readonly string[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>();
  for (let place = names.length - 1; place >= 0; place--) places.set(names[place] ?? '', place);
  return places;
}

function squashedNames(names: readonly string[]): ReadonlySet<string> {
  return new Set(names.filter(name => name.includes('-')).map(squash));
}

function sortByLength(names: readonly string[]): ReadonlyMap<number, SameLength> {
  const byLength = new Map<number, { readonly ranks: number[]; readonly masks: number[] }>();
  for (let rank = 0; rank < names.length; rank++) {
    const name = names[rank] ?? '';
    const known = byLength.get(name.length) ?? { ranks: [], masks: [] };
    if (known.ranks.length === 0) byLength.set(name.length, known);
    known.ranks.push(rank);
    known.masks.push(letterMask(name));
  }
  return new Map(Array.from(byLength, ([length, { ranks, masks }]) => [length, { ranks, masks: Int32Array.from(masks) }]));
}

function countWords(names: readonly string[]): ReadonlyMap<string, WordUse> {
  const words = new Map<string, { count: number; readonly rank: number }>();
  for (let rank = 0; rank < names.length; rank++) {
    const name = names[rank] ?? '';
    for (let start = 0, end = 0; end < name.length; start = end + 1) {
      end = wordEnd(name, start);
      const word = name.slice(start, end);
      const known = words.get(word);
      if (known) known.count++;
      else words.set(word, { count: 1, rank });
    }
  }
  return words;
}

function wordEnd(name: string, start: number): number {
  const hyphen = name.indexOf('-', start);
  return hyphen < 0 ? name.length : hyphen;
}

function countFamilies(names: readonly string[]): ReadonlyMap<string, number> {
  const families = new Map<string, number>();
  for (const name of names) for (const family of familiesOf(name)) families.set(family, (families.get(family) ?? 0) + 1);
  return families;
}
