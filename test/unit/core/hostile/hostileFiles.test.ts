import { expect, test } from 'vitest';

import { hostileFile } from './hostileFile.ts';
import { judgeHostile } from './judgeHostile.ts';
import { lockTexts } from './lockTexts.ts';

test('no broken file throws, hides a word or takes long, from reading to hover', { timeout: 30_000 }, () => {
  const faults: string[] = [];
  for (let seed = 1; seed <= 200; seed += 1) {
    const fault = judgeHostile(hostileFile(seed, lockTexts));
    if (fault !== null) faults.push(`${seed}: ${fault}`);
  }
  expect(faults).toEqual([]);
});
