import { randomBytes } from 'node:crypto';

import { Broker } from '../../../src/broker/broker.ts';
import { processChannel } from '../../../src/broker/host/processChannel.ts';
import { usualLimits, type Limits } from '../../../src/broker/ports.ts';
import { systemClock } from '../../../src/broker/systemClock.ts';

/** A door of the same room with a shorter life: what takes minutes takes tenths of seconds. The real door reads no such thing. */
const limits: Limits = { ...usualLimits, ...(JSON.parse(process.env['HASTY_LIMITS'] ?? '{}') as Partial<Limits>) };

const broker = new Broker({
  channel: processChannel(),
  clock: systemClock,
  chance: bytes => Buffer.from(randomBytes(bytes)),
  limits,
  environment: process.env,
  exit: code => process.exit(code),
});
broker.run();
