import pipfile from '../../../fixtures/locks/Pipfile.lock?raw';
import pdm from '../../../fixtures/locks/pdm.lock?raw';
import poetryOne from '../../../fixtures/locks/poetry-1.lock?raw';
import poetry from '../../../fixtures/locks/poetry.lock?raw';
import pylock from '../../../fixtures/locks/pylock.toml?raw';
import uv from '../../../fixtures/locks/uv.lock?raw';
import type { LockKind } from '../../../../src/core/documents/dependencyDocument.ts';

/** A lock of every kind, by its file's name. */
export const lockTexts: Readonly<Record<string, readonly [LockKind, string]>> = {
  'uv.lock': ['uv-lock', uv],
  'poetry.lock': ['poetry-lock', poetry],
  'old/poetry.lock': ['poetry-lock', poetryOne],
  'pdm.lock': ['pdm-lock', pdm],
  'Pipfile.lock': ['pipfile-lock', pipfile],
  'pylock.toml': ['pylock', pylock],
};
