import { join } from 'node:path';

import { cacheFolder } from '../../../scripts/lib/cacheFolder.mjs';
import { ensureEnvironment, type ManagedEnvironment } from '../../../src/node/managedEnvironment.ts';

const log = { info: () => undefined, failure: () => undefined };
const progress = { report: () => undefined };

/** The managed environment as the extension makes it, kept between runs in the cache folder. */
export function testEnvironment(signal: AbortSignal = new AbortController().signal): Promise<ManagedEnvironment> {
  const lock = join(import.meta.dirname, '../../../src/python/requirements.lock');
  return ensureEnvironment({ folder: cacheFolder('environments'), lock, pythonPath: () => null, log, progress }, signal);
}
