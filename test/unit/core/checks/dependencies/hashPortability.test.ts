import { expect, test } from 'vitest';

import { hashPortability } from '../../../../../src/core/checks/dependencies/hashPortability.ts';
import { afterFix, findingsOf, fixTitles, marksOf } from './ruleFindings.ts';
import { OTHER_SHA, requirements, SHA, uvLock } from './projectTexts.ts';

const HASH = `--hash=sha256:${SHA}`;

test.each([
  ['one == or ===', requirements(`idna==3.10 ${HASH}\nsix===1.16 ${HASH}\n`), []],
  ['no hashes', requirements('idna~=3.10\nsix\n'), []],
  ['a compatible release', requirements(`idna~=3.10 ${HASH}\n`), ['info requirements.txt:1 idna~=3.10']],
  ['a pin with more bounds', requirements(`idna==3.10,>=3 ${HASH}\n`), ['info requirements.txt:1 idna==3.10,>=3']],
  ['no pin', requirements(`idna ${HASH}\n`), ['info requirements.txt:1 idna']],
  [
    'a digest in upper case',
    requirements(`idna==3.10 --hash=sha256:${SHA.toUpperCase()}\n`),
    [`info requirements.txt:1 --hash=sha256:${SHA.toUpperCase()}`],
  ],
  ['the same name without a hash', requirements(`idna==3.10 ${HASH}\nidna==3.10\n`), ['info requirements.txt:2 idna==3.10']],
  [
    'a hash in a constraint only',
    { ...requirements(`--require-hashes\n-c constraints.txt\nidna==3.10\n`), 'constraints.txt': `idna==3.10 ${HASH}\n` },
    ['info requirements.txt:3 idna==3.10'],
  ],
  ['a wildcard, which is a rule of its own', requirements(`idna==3.* ${HASH}\n`), []],
  ['a URL with a hash', requirements(`idna @ https://files.example/idna.zip#sha256=${SHA}\n`), []],
])('marks what some installers refuse: %s', (_, texts, expected) => {
  expect(marksOf(hashPortability, texts)).toEqual(expected);
});

test.each([
  [`idna==3.10,>=3 ${HASH}\n`, `idna==3.10 ${HASH}\n`],
  [`idna >=3, ==3.10 ; os_name == "nt" ${HASH}\n`, `idna ==3.10 ; os_name == "nt" ${HASH}\n`],
  [`idna~=3.4 \\\r\n  ${HASH}\r\n`, `idna==3.10 \\\r\n  ${HASH}\r\n`],
  [`idna==3.10 --hash=sha256:${SHA.toUpperCase()} --hash=sha256:${OTHER_SHA}\n`, `idna==3.10 ${HASH} --hash=sha256:${OTHER_SHA}\n`],
  [`i @ https://files.example/i.zip#sha256=${SHA.toUpperCase()}\n`, `i @ https://files.example/i.zip#sha256=${SHA}\n`],
])('mends %s', (written, mended) => {
  const fixed = afterFix(hashPortability, { ...requirements(written), ...uvLock(['idna', '3.10']) });
  expect(fixed).toMatchObject(requirements(mended));
  expect(findingsOf(hashPortability, fixed)).toEqual([]);
});

test('does not guess a version', () => {
  expect(fixTitles(hashPortability, requirements(`idna~=3.4 ${HASH}\nsix==1,>=2 ${HASH}\n`))).toEqual([]);
});
