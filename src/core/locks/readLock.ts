import type { LockKind } from '../documents/dependencyDocument.ts';
import { linesOf } from '../text/lines.ts';
import { wholeFile } from '../text/span.ts';
import { confirmLockProblems } from './findLockProblems.ts';
import type { LockDocument, LockedPackage } from './lockDocument.ts';
import { lockFormats } from './lockFormats.ts';
import { scanLock } from './scanLock.ts';

/** Never throws, and takes time linear to the text. What is broken is passed over; `problems` has what was noticed on the way, `findLockProblems` all there is. */
export function readLock(file: string, kind: LockKind, text: string): LockDocument {
  const { spanOf } = linesOf(text);
  const { language, packagesKey, readPackage, readRest } = lockFormats[kind];
  const packages: LockedPackage[] = [];
  const taken = packagesKey === null ? null : { key: packagesKey, take };
  const scanned = scanLock(text, language, taken);
  const { formatVersion, ...content } = readRest(scanned.root, packages, spanOf);
  return {
    ...content,
    file,
    kind,
    text,
    formatVersion: formatVersion?.text ?? null,
    formatVersionSpan: formatVersion ? spanOf(formatVersion.start, formatVersion.end) : wholeFile,
    problems: confirmLockProblems(text, kind, scanned),
  };

  function take(table: Parameters<typeof readPackage>[0]): void {
    const read = readPackage(table, spanOf);
    if (read !== null) packages.push(read);
  }
}

const NAMES: ReadonlyMap<string, LockKind> = new Map([
  ['uv.lock', 'uv-lock'],
  ['poetry.lock', 'poetry-lock'],
  ['pdm.lock', 'pdm-lock'],
  ['Pipfile.lock', 'pipfile-lock'],
  ['pylock.toml', 'pylock'],
]);

/** PEP 751: between the dots stands a name without dots. */
const PYLOCK = /^pylock\.[^.]+\.toml$/;

/** By the name of the file alone, with or without its folders; null for what is no lock. */
export function lockKindOf(filename: string): LockKind | null {
  const name = filename.slice(filename.lastIndexOf('/') + 1);
  return NAMES.get(name) ?? (PYLOCK.test(name) ? 'pylock' : null);
}
