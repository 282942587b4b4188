import type { LockKind } from '../documents/dependencyDocument.ts';
import { wholeFile } from '../text/span.ts';
import type { LockDocument } from './lockDocument.ts';

/** A lock whose text could not be had: nothing is known of it, and `problem` says why. */
export function unreadLock(file: string, kind: LockKind, problem: string): LockDocument {
  return {
    file,
    kind,
    text: '',
    formatVersion: null,
    formatVersionSpan: wholeFile,
    isSupported: false,
    packages: [],
    indexes: [],
    problems: [{ message: problem, range: wholeFile }],
  };
}
