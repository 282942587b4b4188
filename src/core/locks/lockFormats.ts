import type { LockKind } from '../documents/dependencyDocument.ts';
import type { LockFormat } from './lockContent.ts';
import { pdmLock } from './pdmLock.ts';
import { pipfileLock } from './pipfileLock.ts';
import { poetryLock } from './poetryLock.ts';
import { pylock } from './pylock.ts';
import { uvLock } from './uvLock.ts';

/** Every format of locks there is a reader for. */
export const lockFormats: Readonly<Record<LockKind, LockFormat>> = {
  'uv-lock': uvLock,
  'poetry-lock': poetryLock,
  'pdm-lock': pdmLock,
  'pipfile-lock': pipfileLock,
  pylock,
};
