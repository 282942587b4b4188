import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** Empty where nothing was ever sent. */
export function readJournal(brokerFolder: string): Promise<string> {
  return readFile(join(brokerFolder, 'journal.ndjson'), 'utf8').catch(() => '');
}

/** False where nothing was enrolled. The count of tries stays: forgetting is no way around a lock-out. */
export async function forgetFactor(brokerFolder: string): Promise<boolean> {
  try {
    await rm(join(brokerFolder, 'factors.json'));
    return true;
  } catch {
    return false;
  }
}
