import { expect, test } from 'vitest';

import { replayAll } from '../../../data/packaging/replay.ts';

const replays = replayAll();

test.each(replays)('$kind: packaging agrees in $cases cases', ({ differences }) => {
  expect(differences).toEqual([]);
});

test('there are enough cases to tell', () => {
  expect(replays.reduce((sum, { cases }) => sum + cases, 0)).toBeGreaterThan(20_000);
});
