import { expect, test } from 'vitest';

import { learnLetters } from '../../../../src/core/names/letterModel.ts';

const model = learnLetters(['flask', 'flax', 'flash', 'pip3'], 4);
const letters = (name: string): readonly number[] => [...model.surprise(name)];
const total = (name: string): number => letters(name).reduce((sum, letter) => sum + letter, 0);

test('letters in the order of a known word are likelier than in another', () => {
  expect(total('flask')).toBeGreaterThan(total('flaks'));
  expect(total('flash')).toBeGreaterThan(total('hsalf'));
});

test('a letter is judged by those before it in its own word alone', () => {
  expect(letters('ab-flask').slice(3)).toEqual(letters('flask'));
  expect(letters('ab-flask')[2]).toBe(-1.5);
});

test('the last letter of a word bears its end', () => {
  expect(letters('fla').at(-1)).toBeLessThan(letters('flax')[2] ?? 0);
});

test('the probabilities of all that may follow add up to one', () => {
  const one = learnLetters(['ab'], 4);
  const next = Array.from('abcdefghijklmnopqrstuvwxyz02468', letter => Math.exp(one.surprise(`a${letter}b`)[1] ?? 0));
  expect(next.reduce((sum, each) => sum + each, 0)).toBeCloseTo(1, 1);
});

test('every letter of any name has a probability', () => {
  for (const name of ['requests', 'x', '0', 'a1-b2', '\u0440andas', '_', '~~'])
    for (const letter of learnLetters([], 4).surprise(name)) expect(letter).toBeLessThan(0);
});

test('more letters before it tell more', () => {
  const [little, much] = [0, 3].map(before => learnLetters(['abcd', 'xbcy', 'zbce'], before).surprise('abcd')[3] ?? 0);
  expect(much).toBeGreaterThan(little ?? 0);
});
