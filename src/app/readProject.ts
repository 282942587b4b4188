import type { DependencyDocument, DocumentKind, LockKind } from '../core/documents/dependencyDocument.ts';
import { documentKindOf } from '../core/documents/documentKindOf.ts';
import { isProse } from '../core/documents/isProse.ts';
import { readDocument } from '../core/documents/readDocument.ts';
import { unreadDocument } from '../core/documents/unreadDocument.ts';
import type { LockDocument } from '../core/locks/lockDocument.ts';
import { lockKindOf, readLock } from '../core/locks/readLock.ts';
import { unreadLock } from '../core/locks/unreadLock.ts';
import { normalizeName } from '../core/names/normalizeName.ts';
import { entryAt } from '../core/toml/tomlEntry.ts';
import type { DocumentEncoding, DocumentText, ProjectFiles } from './ports.ts';

/** Everything in a folder that says what is depended on, each file read once. Paths are relative to the folder. */
export interface ProjectReading {
  readonly folder: string;
  readonly documents: readonly DependencyDocument[];
  readonly locks: readonly LockDocument[];
  /** Names of all files in the folder itself. */
  readonly filesBeside: readonly string[];
}

/** Where people keep scripts with dependencies of their own (PEP 723); reading every module would cost more than it finds. */
const SCRIPT_PLACE = /^(?:(?:scripts|script|tools|bin|dev)\/)?[^/]+\.py$/;
const MOST_FILES = 500;
const MOST_UP = 4;

/** `only`: one file of the folder, with what it includes; locks and `pyproject.toml` are read all the same, to judge it by. */
export async function readProject(files: ProjectFiles, folder: string, only: string | null = null): Promise<ProjectReading> {
  const filesBeside = await files.listBelow(folder, path => !path.includes('/'));
  const todo = (await pathsToRead(files, folder, only)).map(toFile);
  const documents = new Map<string, DependencyDocument>();
  const locks: LockDocument[] = [];
  for (let next = todo.shift(); next !== undefined; next = todo.shift()) {
    if (documents.has(next.file)) continue;
    const read = await files.readDocument(`${folder}/${next.file}`, encodingOf(next));
    if (read === null) continue;
    if (next.lockKind !== null) locks.push(toLock(next.file, next.lockKind, read));
    const document = next.kind === null ? null : toDocument(next.file, next.kind, read);
    if (document === null || (only !== next.file && isProse(document))) continue;
    documents.set(next.file, document);
    todo.push(...includedBy(document));
  }
  if (locks.length === 0) locks.push(...(await lockAbove(files, folder, documents.get('pyproject.toml'))));
  return { folder, documents: [...documents.values()], locks, filesBeside };
}

/** Of a member of a workspace the lock lies in one of the folders above, and names it. */
async function lockAbove(files: ProjectFiles, folder: string, pyproject: DependencyDocument | undefined): Promise<readonly LockDocument[]> {
  const name = pyproject?.toml ? entryAt(pyproject.toml, ['project', 'name'])?.value : undefined;
  if (typeof name !== 'string') return [];
  for (let up = 1; up <= MOST_UP; up += 1) {
    const file = `${'../'.repeat(up)}uv.lock`;
    const read = await files.readDocument(`${folder}/${file}`, 'utf-8');
    if (read === null || 'problem' in read) continue;
    const lock = readLock(file, 'uv-lock', read.text);
    return lock.members?.includes(normalizeName(name)) ? [lock] : [];
  }
  return [];
}

async function pathsToRead(files: ProjectFiles, folder: string, only: string | null): Promise<readonly string[]> {
  if (only === null) return (await files.listBelow(folder, isDependencyFile)).slice(0, MOST_FILES);
  const beside = await files.listBelow(folder, path => path === 'pyproject.toml' || (!path.includes('/') && lockKindOf(path) !== null));
  return [...new Set([only, ...beside])];
}

/** Whether a search for what a project depends on takes the file, by its path relative to the project. */
export function isDependencyFile(path: string): boolean {
  const kind = documentKindOf(path);
  return lockKindOf(path) !== null || (kind === 'script' ? SCRIPT_PLACE.test(path) : kind !== null);
}

interface FileToRead {
  readonly file: string;
  readonly kind: DocumentKind | null;
  readonly lockKind: LockKind | null;
}

function toFile(file: string): FileToRead {
  const lockKind = lockKindOf(file);
  return { file, lockKind, kind: lockKind === null ? documentKindOf(file) : null };
}

function encodingOf({ kind }: FileToRead): DocumentEncoding {
  return kind === 'requirements' || kind === 'constraints' || kind === 'input' || kind === 'script' ? 'as-pip' : 'utf-8';
}

function toDocument(file: string, kind: DocumentKind, read: DocumentText): DependencyDocument | null {
  return 'problem' in read ? unreadDocument(file, kind, read.problem) : readDocument(file, kind, read.text);
}

function toLock(file: string, kind: LockKind, read: DocumentText): LockDocument {
  return 'problem' in read ? unreadLock(file, kind, read.problem) : readLock(file, kind, read.text);
}

/** An included file is what it is included as, whatever its name. */
function includedBy({ kind, includes }: DependencyDocument): readonly FileToRead[] {
  return includes.flatMap(({ target, kind: as }) =>
    target === null
      ? []
      : [{ file: target, kind: as === 'constraints' ? as : kind === 'input' ? 'input' : 'requirements', lockKind: null }],
  );
}
