import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import { openPromise, type Entry, type ZipFile } from 'yauzl';

/** PyPI refuses larger files by default; an archive that holds more than this before its metadata is not read on. */
const MOST_BYTES = 1024 * 1024 * 1024;
const MOST_METADATA_BYTES = 4 * 1024 * 1024;
const MOST_ENTRIES = 100_000;

type Metadata = { readonly text: string } | { readonly problem: string };

/** METADATA of a wheel or PKG-INFO of an sdist: what twine will read and send. */
export async function readArtifactMetadata(path: string): Promise<Metadata> {
  try {
    const text = path.endsWith('.whl') ? await readWheel(path) : await readSdist(path);
    return text === null ? { problem: path.endsWith('.whl') ? 'it holds no METADATA' : 'it holds no PKG-INFO' } : { text };
  } catch (error) {
    return { problem: error instanceof TooMuch ? error.message : 'it is damaged' };
  }
}

class TooMuch extends Error {}

async function readWheel(path: string): Promise<string | null> {
  const zip = await openPromise(path, { lazyEntries: true });
  try {
    if (zip.entryCount > MOST_ENTRIES) throw new TooMuch('it holds too many files');
    for await (const entry of zip.eachEntry()) {
      if (/^[^/]+\.dist-info\/METADATA$/.test(entry.fileName)) return await readEntry(zip, entry);
    }
    return null;
  } finally {
    zip.close();
  }
}

async function readEntry(zip: ZipFile, entry: Entry): Promise<string> {
  return collect(await zip.openReadStreamPromise(entry));
}

/** The archive is read to its end, so that a damaged one is found out here and not by the index. */
async function readSdist(path: string): Promise<string | null> {
  const untar = extract();
  let metadata: string | null = null;
  const reading = (async () => {
    let entries = 0;
    for await (const entry of untar) {
      if (++entries > MOST_ENTRIES) throw new TooMuch('it holds too many files');
      if (/^[^/]+\/PKG-INFO$/.test(entry.header.name)) metadata = await collect(entry);
      else entry.resume();
    }
  })();
  await Promise.all([pipeline(createReadStream(path), createGunzip(), limit(MOST_BYTES), untar), reading]);
  return metadata;
}

async function* pass(source: AsyncIterable<Buffer>, most: number): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > most) throw new TooMuch('it unpacks to too much');
    yield chunk;
  }
}

const limit = (most: number) => (source: AsyncIterable<Buffer>) => pass(source, most);

async function collect(stream: AsyncIterable<unknown>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of pass(stream as AsyncIterable<Buffer>, MOST_METADATA_BYTES)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}
