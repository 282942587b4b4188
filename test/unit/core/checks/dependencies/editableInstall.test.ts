import { expect, test } from 'vitest';

import { editableInstall } from '../../../../../src/core/checks/dependencies/editableInstall.ts';
import { afterFix, findingsOf, fixTitles, marksOf } from './ruleFindings.ts';
import { requirements, SHA } from './projectTexts.ts';

const HASHED = `idna==3.10 \\\n    --hash=sha256:${SHA}\n`;

test.each([
  ['without hashes', requirements('-e .\nidna==3.10\n'), []],
  ['with hashes', requirements(`-e .\n${HASHED}`), ['warning requirements.txt:1 .']],
  ['a folder', requirements(`${HASHED}./pkg\n`), ['warning requirements.txt:3 ./pkg']],
  ['an archive', requirements(`${HASHED}./pkg.whl\n`), []],
  [
    'in a file that a hashed one includes',
    { ...requirements(`-r base.txt\n${HASHED}`), 'base.txt': '-e ./pkg\n' },
    ['warning base.txt:1 ./pkg'],
  ],
])('an installed folder %s', (_, texts, expected) => {
  expect(marksOf(editableInstall, texts, 'application')).toEqual(expected);
});

test('can be taken out', () => {
  const texts = requirements(`# made by uv\n-e .\n    # via\n${HASHED}`);
  const fixed = afterFix(editableInstall, texts, 'application');
  expect(fixed).toEqual(requirements(`# made by uv\n${HASHED}`));
  expect(findingsOf(editableInstall, fixed)).toEqual([]);
  expect(fixTitles(editableInstall, texts)).toEqual(['Remove this line (review)']);
});
