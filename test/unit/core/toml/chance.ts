import { seededChance } from '../../../../scripts/lib/seededChance.mjs';

/** Chance that is the same for the same seed. */
export interface Chance {
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number;
  isOneIn(count: number): boolean;
  pick<Item>(items: ArrayLike<Item>): Item;
}

export function createChance(seed: number): Chance {
  const next = seededChance(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <Item>(items: ArrayLike<Item>): Item => {
    const item = items[below(items.length)];
    if (item === undefined) throw new Error('There is nothing to pick from.');
    return item;
  };
  return { below, isOneIn: count => below(count) === 0, pick };
}
