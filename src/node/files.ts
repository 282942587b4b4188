import { constants } from 'node:fs';
import { copyFile, lstat, mkdir, mkdtemp, open, readdir, readFile, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';

import type { Files } from '../app/ports.ts';
import { Failure } from '../core/failure.ts';
import { readArtifactMetadata } from './artifactMetadata.ts';
import { isWalked } from './walkedFolders.ts';

const DEEPEST = 6;

/** `stagingRoot` is made when first needed. */
export function createFiles(stagingRoot: string): Files {
  return {
    readText,
    listRegularFiles,
    findProjectFolders: root => findProjectFolders(root, 0),
    makeStagingFolder: () => makeStagingFolder(stagingRoot),
    removeStagingFolder: folder => rm(folder, { recursive: true, force: true }),
    copyRegularFile,
    hash,
    readArtifactMetadata,
  };
}

async function readText(path: string): Promise<string | null> {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(path));
  } catch (cause) {
    if (isMissing(cause)) return null;
    throw unreadable(path, cause);
  }
}

async function listRegularFiles(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { withFileTypes: true });
    return entries.filter(entry => entry.isFile()).map(entry => entry.name);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw unreadable(folder, cause);
  }
}

async function findProjectFolders(folder: string, depth: number): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const own = entries.some(entry => entry.name === 'pyproject.toml') ? [folder] : [];
  const below = entries.filter(entry => entry.isDirectory() && isWalked(entry.name, depth === 0 ? '' : basename(folder)));
  if (depth === DEEPEST) return own;
  const found = await Promise.all(below.map(entry => findProjectFolders(join(folder, entry.name), depth + 1)));
  return [...own, ...found.flat()];
}

async function makeStagingFolder(root: string): Promise<string> {
  await mkdir(root, { recursive: true, mode: 0o700 });
  return mkdtemp(join(root, 'release-'));
}

/** A link could be turned to another file between two reads, so only what is a regular file itself is taken. */
async function copyRegularFile(fromFolder: string, filename: string, toFolder: string): Promise<void> {
  const from = join(fromFolder, filename);
  if (!(await lstat(from)).isFile()) throw new Failure('files-unreadable', `${filename} is not a regular file.`);
  const target = join(toFolder, filename);
  if (process.platform === 'win32') return copyFile(from, target, constants.COPYFILE_EXCL);
  const source = await open(from, constants.O_RDONLY | constants.O_NOFOLLOW);
  try {
    const copy = await open(target, 'wx', 0o600);
    try {
      for await (const chunk of source.createReadStream({ autoClose: false })) await copy.write(chunk as Buffer);
    } finally {
      await copy.close();
    }
  } finally {
    await source.close();
  }
}

async function hash(path: string): Promise<{ size: number; sha256: string }> {
  const digest = createHash('sha256');
  let size = 0;
  for await (const chunk of createReadStream(path)) {
    digest.update(chunk as Buffer);
    size += (chunk as Buffer).length;
  }
  return { size, sha256: digest.digest('hex') };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
}

function unreadable(path: string, cause: unknown): Failure {
  const why = cause instanceof TypeError ? 'it is not UTF-8' : 'it cannot be opened';
  return new Failure('files-unreadable', `${path}: ${why}.`, { cause });
}
