import { areAdjacentKeys } from '../../src/core/names/keyboard.ts';
import { areLookAlikes } from '../../src/core/names/lookAlikes.ts';
import { misspelling, type Slip } from '../../src/core/names/misspelling.ts';
import { closeNames } from '../../src/core/names/closeNames.ts';
import type { NameList } from '../../src/core/names/nameList.ts';

/** What other tools call a look-alike, written anew from their descriptions. `places`: how much of the list they look at. */
export interface NameRules {
  readonly name: string;
  readonly places: number;
  /** The popular name that it is taken for; null for none. */
  targetOf(name: string, list: NameList): string | null;
}

export const nameRules: readonly NameRules[] = [
  { name: 'one edit (optimal string alignment)', places: 15_000, targetOf: (name, list) => firstClose(name, list, 15_000, () => true) },
  {
    name: 'like typosnyper',
    places: 10_000,
    targetOf: (name, list) => firstClose(name, list, 10_000, isCommonSlip) ?? swappedWords(name, list, 10_000),
  },
  {
    name: 'like TypoGard',
    places: 15_000,
    targetOf: (name, list) => firstClose(name, list, 15_000, isCommonSlip) ?? swappedWords(name, list, 15_000) ?? versioned(name, list),
  },
  {
    name: 'like guarddog',
    places: 15_000,
    targetOf: (name, list) => firstClose(name, list, 15_000, () => true) ?? swappedWords(name, list, 15_000) ?? pythonSwapped(name, list),
  },
];

function firstClose(
  name: string,
  list: NameList,
  places: number,
  isMeant: (slip: Slip, meant: string, written: string) => boolean,
): string | null {
  const close = closeNames(name, list).filter(({ distance, rank }) => distance === 1 && rank < places);
  const meant = close.filter(each => misspelling(each.name, name).every(slip => isMeant(slip, each.name, name)));
  return meant.toSorted((one, other) => one.rank - other.rank)[0]?.name ?? null;
}

/** A letter doubled, left out, swapped, taken for the key beside it or for one that looks alike; a hyphen more or less. */
function isCommonSlip(slip: Slip, _: string, written: string): boolean {
  if (slip.kind === 'swapped' || slip.kind === 'dropped') return true;
  if (slip.kind === 'replaced') return areAdjacentKeys(slip.letter, slip.by) || areLookAlikes(slip.letter, slip.by);
  return slip.letter === '-' || slip.letter === written[slip.written - 1] || slip.letter === written[slip.written + 1];
}

function swappedWords(name: string, { ranks }: NameList, places: number): string | null {
  const words = name.split('-');
  if (words.length < 2 || words.length > 4) return null;
  return orders(words).find(order => order !== name && (ranks.get(order) ?? Infinity) < places) ?? null;
}

function orders(words: readonly string[]): readonly string[] {
  if (words.length < 2) return words;
  return words.flatMap((word, place) => orders(words.toSpliced(place, 1)).map(rest => `${word}-${rest}`));
}

/** The same name but for the number at its end. */
function versioned(name: string, { ranks }: NameList): string | null {
  const bare = name.replace(/-?\d+$/, '');
  return bare !== name && bare.length > 2 && ranks.has(bare) ? bare : null;
}

/** `python-x` for `py-x` or `x`, and the other way round. */
function pythonSwapped(name: string, { ranks }: NameList): string | null {
  const others = [
    name.replace(/^python-/, ''),
    name.replace(/^python-?/, 'py'),
    name.replace(/^py-?/, 'python-'),
    name.replace(/-python$/, ''),
  ];
  return others.find(other => other !== name && ranks.has(other)) ?? null;
}
