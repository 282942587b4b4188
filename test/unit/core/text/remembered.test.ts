import { expect, test } from 'vitest';

import { remembered } from '../../../../src/core/text/remembered.ts';

test('the same text is read once', () => {
  const { read, count } = counting();
  expect([read('ab'), read('ab'), read('c'), count()]).toEqual([{ length: 2 }, { length: 2 }, { length: 1 }, 2]);
  expect(read('ab')).toBe(read('ab'));
});

test('what was used last is still known when much else was read, and nothing is kept for ever', () => {
  const { read, count } = counting();
  for (let place = 0; place < 3000; place++) read(String(place));
  read('2999');
  expect(count()).toBe(3000);
  for (let place = 0; place < 5000; place++) read(`other ${place}`);
  read('2999');
  expect(count()).toBe(8001);
});

test('a lone half of a character stays what it is', () => {
  expect(remembered(text => text)('\ud800x')).toBe('\ud800x');
});

function counting(): { readonly read: (text: string) => { readonly length: number }; readonly count: () => number } {
  let count = 0;
  return { read: remembered(text => ((count += 1), { length: text.length })), count: () => count };
}
