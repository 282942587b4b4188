import { expect, test } from 'vitest';

import { generateLock } from './generateLock.ts';
import { lockDifferences } from './lockDifferences.ts';

/** A sample; `npm run prove` compares two thousand. */
test.each(Array.from({ length: 150 }, (_, seed) => [seed]))('the made-up lock %i is read as a real parser reads it', seed => {
  expect(lockDifferences(generateLock(seed))).toEqual([]);
});
