import { expect, test } from 'vitest';

import { wildcardPin } from '../../../../../src/core/checks/dependencies/wildcardPin.ts';
import { afterFix, fixTitles, marksOf } from './ruleFindings.ts';
import { library, requirements, SHA, uvLock } from './projectTexts.ts';

const LINE = `idna==3.* \\\n    --hash=sha256:${SHA}\n`;

test.each([
  ['a pin', requirements(`idna==3.10 --hash=sha256:${SHA}\n`), []],
  ['a wildcard with a hash', requirements(LINE), ['info requirements.txt:1 idna==3.*']],
  ['a wildcard in a hashed file', requirements(`six==1 --hash=sha256:${SHA}\nidna==3.*\n`), ['info requirements.txt:2 idna==3.*']],
  ['a wildcard without hashes', requirements('idna==3.*\n'), []],
  ['a range of a library', library('["idna==3.*"]'), []],
])('marks %s', (_, texts, expected) => {
  expect(marksOf(wildcardPin, texts)).toEqual(expected);
});

test('pins to the release in the lock', () => {
  const fixed = afterFix(wildcardPin, { ...requirements(LINE), ...uvLock(['idna', '3.10']) });
  expect(fixed).toMatchObject(requirements(LINE.replace('3.*', '3.10')));
  expect(marksOf(wildcardPin, fixed)).toEqual([]);
});

test.each([
  ['no lock', {}],
  ['a lock with another series', uvLock(['idna', '2.8'])],
  ['a lock with two versions', uvLock(['idna', '3.9'], ['idna', '3.10'])],
])('offers nothing with %s', (_, lock) => {
  expect(fixTitles(wildcardPin, { ...requirements(LINE), ...lock })).toEqual([]);
});
