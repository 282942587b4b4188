import * as v from 'valibot';

import { uploadOutcome, type UploadOutcome } from '../../core/messages/brokerMessages.ts';
import type { Redactor } from './redactor.ts';

/** What the launcher itself can tell. The rest is for the broker to say. */
const told: readonly UploadOutcome['outcome'][] = ['uploaded', 'http', 'connection', 'redirect', 'rejected', 'crashed'];

/** The outcome that the launcher printed, free of secrets; null where it printed none. */
export function readReport(line: Buffer, redactor: Redactor): UploadOutcome | null {
  const result = v.safeParse(uploadOutcome, parsed(line));
  if (!result.success || !told.includes(result.output.outcome)) return null;
  return redacted(result.output, redactor);
}

function parsed(line: Buffer): unknown {
  try {
    return JSON.parse(line.toString('utf8'));
  } catch {
    return null;
  }
}

function redacted(outcome: UploadOutcome, redactor: Redactor): UploadOutcome {
  const members = Object.entries(outcome).map(([name, value]) => [name, typeof value === 'string' ? redactor.text(value) : value] as const);
  return v.parse(uploadOutcome, { ...Object.fromEntries(members), outcome: outcome.outcome });
}
