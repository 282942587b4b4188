import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as v from 'valibot';

/** An answer as it was kept. `content` is whatever its keeper wrote, and is checked by its reader. */
export interface KeptAnswer {
  readonly etag: string | null;
  /** Milliseconds since 1970. */
  readonly fetchedAt: number;
  readonly content: unknown;
}

/** Answers of indexes that survive a restart. A cache may always have forgotten: nothing of it ever fails. */
export interface IndexCache {
  /** Null where there is nothing, or nothing that can be read. */
  read(key: string): Promise<KeptAnswer | null>;
  write(key: string, answer: KeptAnswer): Promise<void>;
}

const entrySchema = v.object({
  schema: v.literal(1),
  key: v.string(),
  etag: v.nullable(v.string()),
  fetchedAt: v.pipe(v.number(), v.minValue(0)),
  content: v.unknown(),
});

const MOST_BYTES = 64 * 1024 * 1024;
/** So many writes lie between two looks at the whole. */
const WRITES_BETWEEN = 100;
const HOUR_MS = 3_600_000;

/** `folder` is made when first needed, and holds one file for each key. */
export function createIndexCache(folder: string, mostBytes: number = MOST_BYTES): IndexCache {
  let writes = 0;
  return {
    read: key => readEntry(join(folder, nameOf(key)), key),
    async write(key, answer) {
      const isWritten = await writeEntry(folder, nameOf(key), JSON.stringify({ schema: 1, key, ...answer })).catch(() => false);
      if (isWritten && writes++ % WRITES_BETWEEN === 0) await prune(folder, mostBytes).catch(() => undefined);
    },
  };
}

function nameOf(key: string): string {
  return `${createHash('sha256').update(key).digest('hex')}.json`;
}

/** The key stands in the entry, so that no other entry can be taken for it. */
async function readEntry(path: string, key: string): Promise<KeptAnswer | null> {
  try {
    const entry = v.parse(entrySchema, JSON.parse(await readFile(path, 'utf8')));
    // The oldest use goes first when room is needed.
    await utimes(path, new Date(), new Date()).catch(() => undefined);
    return entry.key === key ? { etag: entry.etag, fetchedAt: entry.fetchedAt, content: entry.content } : null;
  } catch {
    return null;
  }
}

/** Written beside, then renamed: another window never reads half an entry. */
async function writeEntry(folder: string, name: string, text: string): Promise<boolean> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `${randomUUID()}.tmp`);
  try {
    await writeFile(draft, text, { mode: 0o600, flag: 'wx' });
    await rename(draft, join(folder, name));
    return true;
  } catch {
    await rm(draft, { force: true });
    return false;
  }
}

/** Takes out what was used longest ago until three quarters are left, and drafts that nobody finished. */
async function prune(folder: string, mostBytes: number): Promise<void> {
  const entries = await sizesIn(folder);
  const drafts = entries.filter(({ name, usedAt }) => name.endsWith('.tmp') && usedAt < Date.now() - HOUR_MS);
  const kept = entries.filter(({ name }) => name.endsWith('.json')).sort((one, other) => other.usedAt - one.usedAt);
  let left = kept.reduce((sum, { size }) => sum + size, 0);
  const isFull = left > mostBytes;
  const surplus = [];
  while (isFull && left > mostBytes * 0.75) {
    const oldest = kept.pop();
    if (oldest === undefined) break;
    left -= oldest.size;
    surplus.push(oldest);
  }
  for (const { name } of [...drafts, ...surplus]) await rm(join(folder, name), { force: true });
}

async function sizesIn(folder: string): Promise<readonly { readonly name: string; readonly size: number; readonly usedAt: number }[]> {
  const sizes = [];
  for (const name of await readdir(folder)) {
    const found = await stat(join(folder, name)).catch(() => null);
    if (found?.isFile() === true) sizes.push({ name, size: found.size, usedAt: found.mtimeMs });
  }
  return sizes;
}
