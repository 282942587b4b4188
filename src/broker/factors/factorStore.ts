import { join } from 'node:path';
import * as v from 'valibot';

import { withFileLock } from '../../system/fileLock.ts';
import { readPrivateFile, writePrivateFile } from './privateFile.ts';
import { storedFactor, type FactorState, type StoredFactor } from './storedFactor.ts';

const failureTimes = v.object({ failures: v.array(v.number()) });

/** Longer than any honest use of the lock takes. */
const PATIENCE_MILLISECONDS = 5_000;

export class LockBusy extends Error {}

/** The enrolled factor and the failed tries, shared by all windows of this user. */
export class FactorStore {
  readonly #factorFile: string;
  readonly #attemptsFile: string;
  readonly #lockFile: string;

  constructor(storageFolder: string) {
    this.#factorFile = join(storageFolder, 'factors.json');
    this.#attemptsFile = join(storageFolder, 'attempts.json');
    this.#lockFile = join(storageFolder, 'factors.lock');
  }

  /** Whatever reads and then writes does it in here. Throws `LockBusy` where another window does not let go. */
  async exclusively<T>(work: () => Promise<T>): Promise<T> {
    const patience = AbortSignal.timeout(PATIENCE_MILLISECONDS);
    try {
      return await withFileLock(this.#lockFile, patience, work);
    } catch (error) {
      throw error === patience.reason ? new LockBusy('another window holds the lock of the factors') : error;
    }
  }

  async read(): Promise<FactorState> {
    const text = await readPrivateFile(this.#factorFile);
    return text === null ? { kind: 'none' } : (parsed(storedFactor, text) ?? { kind: 'unreadable' });
  }

  write(factor: StoredFactor): Promise<void> {
    return writePrivateFile(this.#factorFile, JSON.stringify(factor));
  }

  /** False where there is a factor already: the first one stays. */
  enrol(factor: StoredFactor): Promise<boolean> {
    return this.exclusively(async () => {
      if ((await this.read()).kind !== 'none') return false;
      await this.write(factor);
      return true;
    });
  }

  async readFailures(): Promise<readonly number[]> {
    const text = await readPrivateFile(this.#attemptsFile);
    return text === null ? [] : (parsed(failureTimes, text)?.failures ?? []);
  }

  writeFailures(failures: readonly number[]): Promise<void> {
    return writePrivateFile(this.#attemptsFile, JSON.stringify({ failures }));
  }
}

function parsed<T>(schema: v.GenericSchema<unknown, T>, text: string): T | null {
  try {
    const result = v.safeParse(schema, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
