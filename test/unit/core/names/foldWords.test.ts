import { describe, expect, test } from 'vitest';

import { foldWords, unfoldWords } from '../../../../src/core/names/foldWords.ts';

describe('words are folded to what the one before does not have', () => {
  test.each([
    [[], ''],
    [['django'], 'Adjango'],
    [['django', 'djangos', 'dja', 'flask'], 'AdjaDngoGsAflask'],
    [['same', 'same'], 'Asame'],
    [[`${'a'.repeat(30)}b`, `${'a'.repeat(30)}c`], `A${'a'.repeat(30)}bZ${'a'.repeat(5)}c`],
  ])('%j: %s', (words, folded) => {
    expect(foldWords(words)).toBe(folded);
    expect(unfoldWords(folded)).toEqual([...new Set(words)].sort());
  });
});

test.each([
  ['the end of a line behind them is none of theirs', 'Akit\n', ['kit']],
  ['what no capital begins is left out', 'kitAt', ['t']],
])('%s', (_, folded, words) => {
  expect(unfoldWords(folded)).toEqual(words);
});
