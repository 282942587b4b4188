import { describe, expect, test } from 'vitest';

import { scanToml } from '../../../../src/core/toml/scanToml.ts';
import { fuzzedText } from './fuzzedText.ts';
import { judgeShape } from './judgeShape.ts';

test('no broken text crashes the scanner or moves a place out of it', { timeout: 30_000 }, () => {
  const faults: string[] = [];
  for (let seed = 1; seed <= 2000; seed += 1) faults.push(...judgeShape(fuzzedText(seed)).map(fault => `text ${seed}: ${fault}`));
  expect(faults).toEqual([]);
});

describe('thousands of levels are one broken value, and reading goes on behind it', () => {
  test.each([
    ['lists', `x = ${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['tables', `x = ${'{a='.repeat(5000)}1${'}'.repeat(5000)}`],
    ['lists that are never closed', `x = ${'['.repeat(5000)}`],
    ['tables that are never closed', `x = ${'{a=['.repeat(5000)}`],
    ['with strings in them', `x = ${'["]",'.repeat(5000)}${']'.repeat(5000)}`],
  ])('%s', (_, deep) => {
    const { entries } = scanToml(`${deep}\ny = 1\n[z]\nw = 2`);
    expect(entries.filter(({ kind }) => kind === 'broken')).toHaveLength(1);
    expect(entries.slice(-2).map(({ path }) => path)).toEqual([['y'], ['z', 'w']]);
  });
});

test.each([
  '[__proto__]\nx = 1',
  '__proto__.x = 1',
  'a = { __proto__ = { x = 1 } }',
  '[[__proto__]]\nx = 1',
  '[constructor.prototype]\nx = 1',
])('%j reaches no prototype', text => {
  const [entry] = scanToml(text).entries.slice(-1);
  expect(entry?.path.at(-1)).toBe('x');
  expect(({} as Record<string, unknown>)['x']).toBeUndefined();
});
