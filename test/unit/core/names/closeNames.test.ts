import { describe, expect, test } from 'vitest';

import { closeNames } from '../../../../src/core/names/closeNames.ts';
import { editDistance } from '../../../../src/core/names/editDistance.ts';
import { misspelling } from '../../../../src/core/names/misspelling.ts';
import { readNameList } from '../../../../src/core/names/nameList.ts';
import { slipKind } from '../../../../src/core/names/slipKind.ts';
import { seededChance } from '../../../../scripts/lib/seededChance.mjs';
import { misspellings } from '../../../../scripts/names/misspell.mjs';
import { shippedList } from './shippedList.ts';

describe('edits between two names', () => {
  test.each([
    ['abc', 'abc', 0],
    ['', 'a', 1],
    ['abc', 'acb', 1],
    ['abcd', 'badc', 2],
    ['ca', 'abc', 3],
    ['kitten', 'sitting', 3],
    ['requests', 'reqeusts', 1],
    ['abcdef', 'ghijkl', 6],
  ])('%j to %j: %i', (one, other, distance) => {
    for (const most of [0, 1, 2, 7]) expect(editDistance(one, other, most)).toBe(Math.min(distance, most + 1));
    expect(misspelling(one, other)).toHaveLength(distance);
  });

  test('are counted as by the whole table, and lead from one name to the other', () => {
    const chance = seededChance(1);
    const word = (): string => Array.from({ length: Math.floor(chance() * 7) }, () => 'abc-'.charAt(Math.floor(chance() * 4))).join('');
    for (let count = 0; count < 3000; count++) {
      const [one, other] = [word(), word()];
      const distance = wholeTable(one, other);
      expect(editDistance(one, other, 2)).toBe(Math.min(distance, 3));
      expect(misspelling(one, other)).toHaveLength(distance);
    }
  });
});

/** The definition, without a band. */
function wholeTable(one: string, other: string): number {
  const cells = new Map<string, number>();
  const at = (i: number, j: number): number => cells.get(`${i} ${j}`) ?? 0;
  for (let i = 0; i <= one.length; i++)
    for (let j = 0; j <= other.length; j++) {
      let least =
        i === 0 || j === 0 ? i + j : Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + Number(one[i - 1] !== other[j - 1]));
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) least = Math.min(least, at(i - 2, j - 2) + 1);
      cells.set(`${i} ${j}`, least);
    }
  return at(one.length, other.length);
}

test('the closest names are found, and two edits only where one finds none and the name is long', () => {
  const list = readNameList('2026-04-01\nrequests\nrequest\nflask\nblack\nnumpy\n');
  const found = (name: string): readonly string[] => closeNames(name, list).map(({ name: other, distance }) => `${other} ${distance}`);
  expect(found('requestss')).toEqual(['requests 1']);
  expect(found('reqest')).toEqual(['request 1']);
  expect(found('reqeuestss')).toEqual(['requests 2']);
  expect(found('flack')).toEqual(['flask 1', 'black 1']);
  expect(found('nmpi')).toEqual([]);
});

test('none is lost by the look at letters that spares most comparisons', () => {
  for (const { name } of misspellings(shippedList.names, 60, 8)) {
    const found = closeNames(name, shippedList);
    const most = found[0]?.distance ?? (name.length < 6 ? 1 : 2);
    const all = shippedList.names.filter(other => editDistance(name, other, most) <= most);
    expect({ name, found: found.map(each => each.name).toSorted() }).toEqual({ name, found: all.toSorted() });
  }
});

describe('the kind of a slip', () => {
  test.each([
    ['requests', 'requestss', 'doubled'],
    ['requests', 'requestds', 'added-beside'],
    ['requests', 'requestsm', 'added'],
    ['requests', 'requests2', 'added-digit'],
    ['typing-extensions', 'typing-exten-sions', 'added-hyphen'],
    ['urllib', 'urlib', 'undoubled'],
    ['urllib', 'urllb', 'dropped'],
    ['boto3', 'boto', 'dropped-digit'],
    ['kafka-python', 'kafkapython', 'dropped-hyphen'],
    ['numpy', 'nupmy', 'swapped'],
    ['kafka-python', 'kafkap-ython', 'swapped-hyphen'],
    ['pandas', 'pandes', 'vowel'],
    ['pandas', 'pandad', 'adjacent-key'],
    ['flask', 'f1ask', 'look-alike'],
    ['boto3', 'boto4', 'digit'],
    ['flask', 'flapk', 'replaced'],
    ['kafka-python', 'kafkaxpython', 'replaced-hyphen'],
  ])('%s written as %s: %s', (meant, written, kind) => {
    expect(misspelling(meant, written).map(slip => slipKind(slip, meant, written))).toEqual([kind]);
  });
});
