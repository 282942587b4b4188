import { setImmediate as otherWork } from 'node:timers/promises';

import { expect, test } from 'vitest';

import { hostileFile } from '../unit/core/hostile/hostileFile.ts';
import { judgeHostile } from '../unit/core/hostile/judgeHostile.ts';
import { lockTexts } from '../unit/core/hostile/lockTexts.ts';
import { recordFigures } from './recordFigures.ts';

const FILES = 100_000;

test('a hundred thousand broken files do no harm', async () => {
  const faults: string[] = [];
  let slowest = 0;
  let slowestSeed = 0;
  for (let seed = 1; seed <= FILES; seed += 1) {
    if (seed % 500 === 0) await otherWork();
    const file = hostileFile(seed, lockTexts);
    const start = performance.now();
    const fault = judgeHostile(file);
    const milliseconds = performance.now() - start;
    if (milliseconds > slowest) [slowest, slowestSeed] = [milliseconds, seed];
    if (fault !== null) faults.push(`${seed}: ${fault}`);
  }
  await recordFigures('hostile-files', 'Broken and hostile files, from reading to hover', [
    `${FILES} files of every kind, mutated with a fixed seed, each read, judged by every rule, marked, hovered: ${faults.length} faults.`,
    '',
    `The slowest took ${slowest.toFixed(0)} ms (seed ${slowestSeed}).`,
  ]);
  expect(faults).toEqual([]);
  expect(slowest).toBeLessThan(1_000);
});
