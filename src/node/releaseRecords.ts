import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';

import type { ReleaseRecord, ReleaseRecords } from '../app/ports.ts';

/** One JSON object a line: appending never harms what is there. */
export function createReleaseRecords(path: string): ReleaseRecords {
  return {
    async add(record) {
      await mkdir(dirname(path), { recursive: true, mode: 0o700 });
      await appendFile(path, `${JSON.stringify(record)}\n`, { mode: 0o600 });
    },
    async all() {
      const text = await readFile(path, 'utf8').catch(() => '');
      return text.split('\n').flatMap(parseLine).toReversed();
    },
  };
}

/** A line cut short by a crash is no record. */
function parseLine(line: string): ReleaseRecord[] {
  try {
    return line === '' ? [] : [JSON.parse(line) as ReleaseRecord];
  } catch {
    return [];
  }
}
