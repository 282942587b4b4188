import { describe, expect, test } from 'vitest';

import { nextTryAt, recentFailures } from '../../../../src/core/factors/attemptLimits.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const now = 1_700_000_000_000;

/** `count` failures, one every `apart`, the newest `ago` before now. */
function failures(count: number, apart: number, ago = 0): readonly number[] {
  return Array.from({ length: count }, (_, i) => now - ago - i * apart);
}

describe('when the next code may be tried', () => {
  test.each([
    ['at first', [], null],
    ['after four within five minutes', failures(4, SECOND), null],
    ['after five at once', failures(5, 0), now + 5 * MINUTE],
    ['after five, the oldest four minutes ago', failures(5, MINUTE), now + MINUTE],
    ['after five, the oldest just inside', [...failures(4, SECOND), now - 5 * MINUTE + 1], now + 1],
    ['after five, the oldest just outside', [...failures(4, SECOND), now - 5 * MINUTE], null],
    ['after six, of which five count', failures(6, SECOND), now + 5 * MINUTE - 4 * SECOND],
    ['after nineteen within an hour', failures(19, 3 * MINUTE), null],
    ['after twenty within an hour', failures(20, 3 * MINUTE), now + HOUR - 57 * MINUTE],
    ['after twenty, the oldest just outside', [...failures(19, 3 * MINUTE), now - HOUR], null],
    ['after forty-nine within a day', failures(49, 29 * MINUTE), null],
    ['after fifty within a day', failures(50, 28 * MINUTE), now + DAY - 49 * 28 * MINUTE],
    ['after fifty, a day ago', failures(50, SECOND, DAY), null],
    ['where two limits hold, the later counts', [...failures(5, SECOND), ...failures(15, MINUTE, 10 * MINUTE)], now + HOUR - 24 * MINUTE],
  ])('%s', (_, before, expected) => {
    expect(nextTryAt(before, now)).toBe(expected);
  });

  test('the order of the failures does not matter', () => {
    const before = failures(20, 3 * MINUTE);
    expect(nextTryAt(before.toReversed(), now)).toBe(nextTryAt(before, now));
  });

  test('exactly at the told time one more may be tried', () => {
    const before = failures(5, 0);
    const next = nextTryAt(before, now) ?? 0;
    expect(nextTryAt(before, next - 1)).toBe(next);
    expect(nextTryAt(before, next)).toBeNull();
  });
});

describe('a clock that was set back', () => {
  const future = [now + 365 * DAY, ...failures(4, SECOND)];

  test('does not set free', () => {
    expect(nextTryAt(future, now)).not.toBeNull();
  });

  test('does not lock for longer than the limit', () => {
    expect(nextTryAt(recentFailures(future, now), now)).toBeLessThanOrEqual(now + 5 * MINUTE);
    expect(nextTryAt(recentFailures(future, now), now + 5 * MINUTE)).toBeNull();
  });
});

test('what no limit looks at is forgotten', () => {
  expect(recentFailures([now - DAY, now - DAY + 1, now], now)).toEqual([now, now - DAY + 1]);
});
