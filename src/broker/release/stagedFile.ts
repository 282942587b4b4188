import { createHash } from 'node:crypto';
import { constants } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';

import type { Manifest } from '../../core/release/manifest.ts';

const CHUNK_BYTES = 256 * 1024;

/** Where the system has no such flag it is undefined, which counts as none here. */
const AS_IT_LIES = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

type ManifestEntry = Manifest['artifacts'][number];

/** Whether the staged copy still is what was approved. Links are not followed: nothing else may stand in for it. */
export async function isUnchanged(folder: string, artifact: ManifestEntry): Promise<boolean> {
  try {
    const found = await fingerprint(join(folder, artifact.filename));
    return found.size === artifact.size && found.sha256 === artifact.sha256;
  } catch {
    return false;
  }
}

async function fingerprint(path: string): Promise<{ readonly size: number; readonly sha256: string }> {
  const file = await open(path, AS_IT_LIES);
  try {
    if (!(await file.stat()).isFile()) throw new Error('not a regular file');
    return await contentOf(file);
  } finally {
    await file.close();
  }
}

/** Through one buffer, so that a large file does not make the broker large. */
async function contentOf(file: FileHandle): Promise<{ readonly size: number; readonly sha256: string }> {
  const hash = createHash('sha256');
  const buffer = Buffer.allocUnsafe(CHUNK_BYTES);
  let size = 0;
  for (let chunk = await file.read(buffer); chunk.bytesRead > 0; chunk = await file.read(buffer)) {
    hash.update(buffer.subarray(0, chunk.bytesRead));
    size += chunk.bytesRead;
  }
  return { size, sha256: hash.digest('hex') };
}
