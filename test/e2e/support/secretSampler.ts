import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Where a secret was seen: a process's block or a file. */
export interface Sighting {
  readonly place: string;
  readonly form: string;
}

export interface SecretSampler {
  /** How many process blocks were read so far. */
  readonly samples: () => number;
  /** Stops sampling, reads the folders, and gives everything that was seen. */
  finish(folders: readonly string[]): Promise<readonly Sighting[]>;
}

const PAUSE_MS = 5;

/** Reads every process's arguments and environment again and again, as malware of the same user would. */
export function sampleProcesses(secret: string): SecretSampler {
  const forms = formsOf(secret);
  const seen = new Map<string, Sighting>();
  let samples = 0;
  const state = { isRunning: true };
  const sampling = (async () => {
    while (state.isRunning) {
      for (const block of await processBlocks()) {
        samples += 1;
        look(block.place, block.bytes, forms, seen);
      }
      await pause(PAUSE_MS);
    }
  })();
  return {
    samples: () => samples,
    async finish(folders) {
      state.isRunning = false;
      await sampling;
      for (const folder of folders) await readFolder(folder, forms, seen);
      return [...seen.values()];
    },
  };
}

/** The forms in which a leak would show: as it is, in a Basic header, encoded. */
function formsOf(secret: string): ReadonlyMap<string, Buffer> {
  const basic = Buffer.from(`__token__:${secret}`).toString('base64');
  return new Map([
    ['as it is', Buffer.from(secret)],
    ['in base64', Buffer.from(Buffer.from(secret).toString('base64').slice(0, -4))],
    ['in a Basic header', Buffer.from(basic.slice(0, -4))],
    ['in hexadecimal', Buffer.from(Buffer.from(secret).toString('hex'))],
    ['in UTF-16', Buffer.from(secret, 'utf16le')],
  ]);
}

async function processBlocks(): Promise<readonly { place: string; bytes: Buffer }[]> {
  const ids = (await readdir('/proc')).filter(name => /^\d+$/.test(name) && Number(name) !== process.pid);
  const reads = ids.flatMap(id => ['cmdline', 'environ'].map(name => readBlock(`/proc/${id}/${name}`)));
  return (await Promise.all(reads)).flat();
}

/** A process that has just ended, or is not ours, has nothing to read. */
async function readBlock(place: string): Promise<{ place: string; bytes: Buffer }[]> {
  try {
    return [{ place, bytes: await readFile(place) }];
  } catch {
    return [];
  }
}

async function readFolder(folder: string, forms: ReadonlyMap<string, Buffer>, seen: Map<string, Sighting>): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const place = join(entry.parentPath, entry.name);
    const bytes = await readFile(place).catch(() => Buffer.alloc(0));
    look(place, bytes, forms, seen);
  }
}

function look(place: string, bytes: Buffer, forms: ReadonlyMap<string, Buffer>, seen: Map<string, Sighting>): void {
  for (const [form, needle] of forms) if (bytes.includes(needle)) seen.set(`${place} ${form}`, { place, form });
}
