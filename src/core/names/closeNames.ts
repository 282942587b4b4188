import { editDistance } from './editDistance.ts';
import { areAlikeInLetters, letterMask } from './letterMask.ts';
import type { NameList, SameLength } from './nameList.ts';

/** A name of the list that is few edits away. */
export interface CloseName {
  readonly name: string;
  /** Its place in the list, from 0. */
  readonly rank: number;
  readonly distance: 1 | 2;
}

/** Shorter ones resemble everything. */
export const shortestName = 3;

/** Two edits make any short word out of any other. */
const SHORTEST_FOR_TWO = 6;

/** Every name of the list that is one edit away, or else, where the name is long enough to tell, two. The name itself is in no list. */
export function closeNames(name: string, list: NameList): readonly CloseName[] {
  const within = namesWithin(name, name.length < SHORTEST_FOR_TWO ? 1 : 2, list);
  const near = within.filter(({ distance }) => distance === 1);
  return near.length > 0 ? near : within;
}

function namesWithin(name: string, most: 1 | 2, { byLength, names }: NameList): readonly CloseName[] {
  const found: CloseName[] = [];
  const mask = letterMask(name);
  for (let length = name.length - most; length <= name.length + most; length++) {
    const listed = byLength.get(length);
    if (listed)
      for (const rank of alikeInLetters(mask, listed, most, length - name.length)) addIfClose(name, names[rank] ?? '', rank, most, found);
  }
  return found;
}

/** Few are: most names of the list are set aside here. Where they are longer, each letter of that takes an edit that loses none, and the other way round. */
function alikeInLetters(mask: number, { ranks, masks }: SameLength, most: 1 | 2, longer: number): readonly number[] {
  const [lost, gained] = [most - Math.max(0, longer), most - Math.max(0, -longer)];
  const alike: number[] = [];
  for (let place = 0; place < masks.length; place++)
    if (areAlikeInLetters(mask, masks[place] ?? 0, lost, gained)) alike.push(ranks[place] ?? 0);
  return alike;
}

function addIfClose(written: string, name: string, rank: number, most: 1 | 2, found: CloseName[]): void {
  const distance = editDistance(written, name, most);
  if (distance === 1 || (distance === 2 && most === 2)) found.push({ name, rank, distance });
}
