import * as v from 'valibot';

/** The broker's journal: one JSON object a line, appended and synced before each file is sent. It holds no secret. */
const journalEntry = v.object({
  event: v.picklist(['approved', 'sending', 'sent', 'failed', 'ended']),
  digest: v.string(),
  /** The index profile's name. */
  index: v.string(),
  uploadUrl: v.string(),
  project: v.string(),
  version: v.string(),
  filename: v.optional(v.string()),
  /** The staging folder. */
  folder: v.string(),
  /** ISO 8601, UTC. */
  time: v.string(),
});
export type JournalEntry = v.InferOutput<typeof journalEntry>;

/** The last release whose sending began and never ended: the window was closed or the machine stopped in the middle. */
export function findInterrupted(journal: string): JournalEntry | null {
  const open = new Map<string, JournalEntry>();
  for (const entry of journal.split('\n').flatMap(readLine)) {
    if (entry.event === 'ended') open.delete(entry.digest);
    if (entry.event === 'sending') open.set(entry.digest, entry);
  }
  return [...open.values()].at(-1) ?? null;
}

/** A last line cut short by a crash says nothing. */
function readLine(line: string): JournalEntry[] {
  try {
    const read = v.safeParse(journalEntry, JSON.parse(line));
    return read.success ? [read.output] : [];
  } catch {
    return [];
  }
}
