import type { Dirent } from 'node:fs';
import { readdir, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { DocumentEncoding, DocumentText, DocumentWriter, ProjectFiles } from '../app/ports.ts';
import { Failure } from '../core/failure.ts';
import { decodeText } from './decodeText.ts';
import { isWalked } from './walkedFolders.ts';

const DEEPEST = 6;
/** More than any lock of real life; what is larger would only stop the others from being checked. */
const MOST_BYTES = 32 * 1024 * 1024;

/** Where links are followed to files, as the tools that read them do, and never to folders. */
export const projectFiles: ProjectFiles & DocumentWriter = {
  listBelow: async (folder, isWanted) => (await listBelow(folder, '', isWanted)).toSorted(),
  readDocument,
  writeDocument,
};

async function listBelow(root: string, below: string, isWanted: (path: string) => boolean): Promise<readonly string[]> {
  const entries = await readdir(join(root, below), { withFileTypes: true }).catch(() => []);
  if (below !== '' && entries.some(entry => entry.name === 'pyproject.toml')) return [];
  const pathOf = (entry: Dirent): string => (below === '' ? entry.name : `${below}/${entry.name}`);
  const files = entries.filter(entry => (entry.isFile() || entry.isSymbolicLink()) && isWanted(pathOf(entry))).map(pathOf);
  if (below.split('/').length >= DEEPEST) return files;
  const folders = entries.filter(entry => entry.isDirectory() && isWalked(entry.name, basename(below)));
  const found = await Promise.all(folders.map(entry => listBelow(root, pathOf(entry), isWanted)));
  return [...files, ...found.flat()];
}

async function readDocument(path: string, encoding: DocumentEncoding): Promise<DocumentText | null> {
  try {
    const found = await stat(path);
    if (!found.isFile()) return null;
    if (found.size > MOST_BYTES) return { problem: 'It is larger than 32 MB, so it is not checked.' };
    return decode(await readFile(path), encoding);
  } catch (error) {
    if (isMissing(error)) return null;
    throw new Failure('files-unreadable', `${path}: it cannot be opened.`, { cause: error });
  }
}

function decode(bytes: Uint8Array, encoding: DocumentEncoding): DocumentText {
  if (encoding === 'as-pip') {
    const text = decodeText(bytes);
    return text === null ? { problem: 'It cannot be decoded: it is not UTF-8, and names no other encoding.' } : { text };
  }
  try {
    return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes) };
  } catch {
    return { problem: 'This file is not UTF-8.' };
  }
}

async function writeDocument(path: string, text: string): Promise<void> {
  const target = await realpath(path);
  const before = decode(await readFile(target), 'utf-8');
  if ('problem' in before) throw new Failure('files-unreadable', `${path}: it is not UTF-8, so it is left as it is.`);
  const beside = `${target}.countersign-new`;
  try {
    await writeFile(beside, text, { encoding: 'utf8', flag: 'wx', mode: (await stat(target)).mode });
    await rename(beside, target);
  } catch (cause) {
    await rm(beside, { force: true });
    throw new Failure('files-unreadable', `${path}: it cannot be written.`, { cause });
  }
}

/** Paths come from the files of a project: some can name no file at all. */
const MISSING: ReadonlySet<unknown> = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && MISSING.has(error.code);
}
