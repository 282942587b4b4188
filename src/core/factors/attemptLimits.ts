const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** A six-digit code falls to an unthrottled guesser in milliseconds; under these limits it holds for years. */
const limits = [
  { tries: 5, within: 5 * MINUTE },
  { tries: 20, within: 60 * MINUTE },
  { tries: 50, within: DAY },
] as const;

/** When the next code may be tried, in milliseconds since 1970; null where it may be tried now. */
export function nextTryAt(failures: readonly number[], now: number): number | null {
  const recent = recentFailures(failures, now);
  const locks = limits.map(({ tries, within }) => lockedUntil(recent, tries, within)).filter(until => until > now);
  return locks.length === 0 ? null : Math.max(...locks);
}

/**
 * What has to be remembered, newest first. A failure in the future means that the clock was set back:
 * it counts as one of now, so that neither a wrong clock locks a person out for ever nor a clock set back sets them free.
 */
export function recentFailures(failures: readonly number[], now: number): readonly number[] {
  return failures
    .map(time => Math.min(time, now))
    .filter(time => time > now - DAY)
    .toSorted((a, b) => b - a);
}

/** The oldest failure that fills a limit frees its place when it leaves the limit's span. */
function lockedUntil(newestFirst: readonly number[], tries: number, within: number): number {
  const filling = newestFirst[tries - 1];
  return filling === undefined ? 0 : filling + within;
}
