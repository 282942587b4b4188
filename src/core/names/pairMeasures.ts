import type { NamePair } from './namePair.ts';
import type { SlipKind } from './slipKind.ts';

/** A number that tells something of a pair, with the name that its weight has. */
export type Feature = readonly [name: string, measure: (pair: NamePair) => number];

/** There are two slips at most. */
export function countOf(kind: SlipKind, { kinds }: NamePair): number {
  return Number(kinds[0] === kind) + Number(kinds[1] === kind);
}

export function twoSlips({ meant }: NamePair): number {
  return meant.distance - 1;
}

export function length({ meant }: NamePair): number {
  return Math.log(meant.name.length);
}

export function wordLength({ meantWord }: NamePair): number {
  return Math.log1p(meantWord.length);
}

export function rank({ meant }: NamePair): number {
  return Math.log10(meant.rank + 10);
}
