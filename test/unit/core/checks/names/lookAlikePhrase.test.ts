import { expect, test } from 'vitest';

import { judgeProject } from '../../../../../src/core/checks/judgeProject.ts';
import { lookAlikePhrase } from '../../../../../src/core/checks/names/lookAlikePhrase.ts';
import { shippedList } from '../../names/shippedList.ts';
import { projectFacts } from '../projectFacts.ts';

const missing = { missing: 'not asked' };
const outside = { names: { fact: shippedList }, index: missing, now: missing };

test.each<[string, readonly (string | null)[]]>([
  ['reqeusts==1\n', ['looks like requests']],
  ['cv2\n', ['a module of opencv-python']],
  ['requests\nmy-neat-thing\n', [null, null]],
  ['\u0440andas\n', ['looks like pandas']],
  ['reqeusts  # countersign: ignore[dep/typosquat] our own mirror\n', [null]],
  ['reqeusts @ https://files.example/reqeusts-1.zip\n', [null]],
  ['== 3\n', [null]],
])('%j', (text, phrases) => {
  const { document } = projectFacts({ 'requirements.txt': text });
  const options = { profile: 'auto', pinning: 'off', occasion: 'writing', ownVersion: '0.1.0' } as const;
  const { findings } = judgeProject({ ...document, locks: [] }, outside, options);
  const [file] = document.documents;
  expect(file?.requirements.map(requirement => lookAlikePhrase(requirement, file, findings, shippedList))).toEqual(phrases);
});
