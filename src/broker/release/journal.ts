import { open } from 'node:fs/promises';
import { join } from 'node:path';

import type { Clock } from '../ports.ts';
import type { Claim } from './claim.ts';

export type JournalEvent = 'approved' | 'sending' | 'sent' | 'failed' | 'ended';

/** Says after a crash which file was under way. It holds no secret. */
export interface Journal {
  /** Resolves when the line is on the disk. */
  write(event: JournalEvent, filename?: string): Promise<void>;
}

/** Appends to the one journal of all brokers: a line is a single write, so that two windows do not mix theirs. */
export function openJournal(storageFolder: string, claim: Claim, clock: Clock): Journal {
  const path = join(storageFolder, 'journal.ndjson');
  return { write: (event, filename) => append(path, journalLine(claim, event, filename, clock.now())) };
}

function journalLine(claim: Claim, event: JournalEvent, filename: string | undefined, now: number): string {
  const { digest, manifest, folder } = claim;
  const { index, project, version } = manifest;
  const release = { digest, index: index.name, uploadUrl: index.uploadUrl, project, version };
  return `${JSON.stringify({ event, ...release, filename, folder, time: new Date(now).toISOString() })}\n`;
}

async function append(path: string, line: string): Promise<void> {
  const file = await open(path, 'a', 0o600);
  try {
    await file.appendFile(line, 'utf8');
    await file.sync();
  } finally {
    await file.close();
  }
}
