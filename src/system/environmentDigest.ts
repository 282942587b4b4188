import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readlinkSync, readSync, type Dirent } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';

const CHUNK_BYTES = 64 * 1024;
const SLICE_MILLISECONDS = 10;

/** Windows has no such flag: there it is undefined, which counts as none. */
const AS_IT_LIES = constants.O_RDONLY | constants.O_NOFOLLOW;

/**
 * One value for a whole environment: SHA-256 over its entries, sorted by path. The installer notes it, the broker compares it
 * before each release, so that one changed byte, one added `.pth` or one switched link is seen. A link is hashed
 * by where it points and never followed; empty folders do not count; what is neither file, folder nor link throws.
 *
 * Files are read one after the other and synchronously, in slices of a few milliseconds: for thousands of small files
 * that takes a quarter of the time, and half of the memory, of sixteen asynchronous readers.
 */
export async function environmentDigest(folder: string): Promise<string> {
  const digest = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let sliceStart = performance.now();
  for (const entry of await sortedEntries(folder)) {
    digest.update(entryLine(entry, buffer), 'utf8');
    if (performance.now() - sliceStart < SLICE_MILLISECONDS) continue;
    await otherWork();
    sliceStart = performance.now();
  }
  return digest.digest('hex');
}

interface Entry {
  /** Relative, with forward slashes on every system. */
  readonly name: string;
  readonly path: string;
  readonly found: Dirent;
}

async function sortedEntries(folder: string): Promise<readonly Entry[]> {
  const found = await readdir(folder, { withFileTypes: true, recursive: true });
  return found
    .filter(entry => !entry.isDirectory())
    .map(entry => toEntry(folder, entry))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function toEntry(folder: string, found: Dirent): Entry {
  const path = join(found.parentPath, found.name);
  return { name: relative(folder, path).replaceAll(sep, '/'), path, found };
}

function entryLine({ name, path, found }: Entry, buffer: Buffer): string {
  if (found.isSymbolicLink()) return `${name}\0${createHash('sha256').update(readlinkSync(path), 'utf8').digest('hex')}\0link\n`;
  if (!found.isFile()) throw new Error(`neither a file nor a link: ${name}`);
  return `${name}\0${fileState(path, buffer)}\n`;
}

/** A file that became a link since it was listed is refused where the system can tell. */
function fileState(path: string, buffer: Buffer): string {
  const file = openSync(path, AS_IT_LIES);
  try {
    const hash = createHash('sha256');
    for (let read = readSync(file, buffer); read > 0; read = readSync(file, buffer)) hash.update(buffer.subarray(0, read));
    return `${hash.digest('hex')}\0${isExecutable(fstatSync(file).mode) ? 'executable' : 'plain'}`;
  } finally {
    closeSync(file);
  }
}

/** Windows has no such mode. */
function isExecutable(mode: number): boolean {
  return process.platform !== 'win32' && (mode & 0o111) !== 0;
}
