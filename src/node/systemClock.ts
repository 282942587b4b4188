import { setTimeout as sleep } from 'node:timers/promises';

import type { Clock } from '../app/ports.ts';
import { Cancelled } from '../core/failure.ts';

export const systemClock: Clock = {
  now: () => Date.now(),
  sleep: async (milliseconds, signal) => {
    try {
      await sleep(milliseconds, undefined, { signal });
    } catch (cause) {
      throw new Cancelled('cancelled', { cause });
    }
  },
};
