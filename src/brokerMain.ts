import { randomBytes } from 'node:crypto';

import { Broker } from './broker/broker.ts';
import { processChannel } from './broker/host/processChannel.ts';
import { usualLimits } from './broker/ports.ts';
import { systemClock } from './broker/systemClock.ts';

// Whatever the broker writes is for this user alone.
if (process.platform !== 'win32') process.umask(0o077);

const broker = new Broker({
  channel: processChannel(),
  clock: systemClock,
  chance: bytes => Buffer.from(randomBytes(bytes)),
  limits: usualLimits,
  environment: process.env,
  exit: code => process.exit(code),
});

// An error's own text may quote a secret, so it is not printed.
process.on('uncaughtException', error => broker.fail(error));
process.on('unhandledRejection', error => broker.fail(error));
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => broker.exit());

broker.run();
