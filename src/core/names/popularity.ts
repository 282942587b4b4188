import type { NameList } from './nameList.ts';
import { normalizeName } from './normalizeName.ts';

/** How popular a project is, as a fact of a dated list. */
export interface Popularity {
  /** Its place, from 1. */
  readonly place: number;
  /** "one of the ten most downloaded projects". */
  readonly words: string;
  /** The list's, as `2026-04-01`. */
  readonly date: string;
}

const tiers: readonly (readonly [places: number, words: string])[] = [
  [10, 'one of the ten most downloaded projects'],
  [100, 'one of the hundred most downloaded projects'],
  [1000, 'one of the thousand most downloaded projects'],
  [8000, 'among the about 1 % most downloaded projects'],
];
const REST = 'among the about 2 % most downloaded projects';

/** Null for a name that is not in the list: of its popularity nothing is known. */
export function popularityOf(name: string, { ranks, date }: NameList): Popularity | null {
  const rank = ranks.get(normalizeName(name));
  if (rank === undefined) return null;
  return { place: rank + 1, words: tiers.find(([places]) => rank < places)?.[1] ?? REST, date };
}
