import { expect, test } from 'vitest';

import { lastWords } from '../../../../src/core/outcome/lastWords.ts';

const tip = 'TIP pass --env-dir and --sdist-extract-dir to keep the build environment';

test.each([
  [
    'a backend that raises',
    [
      '* Building sdist...',
      'Traceback (most recent call last):',
      '  File "b.py", line 2, in build_sdist',
      '    raise ValueError("no")',
      'ValueError: no',
      tip,
      'ERROR Backend subprocess exited when trying to invoke build_sdist',
    ],
    'ValueError: no',
  ],
  [
    'a requirement that is not there',
    [
      'ERROR: Could not find a version (from versions: 1)',
      'ERROR: No matching distribution found for x==999',
      '  File "env.py"',
      'subprocess.CalledProcessError: Command',
      "ERROR Command '[...]' returned",
    ],
    'No matching distribution found for x==999',
  ],
  [
    'a tool that says it plainly',
    ['writing manifest', "error: package directory 'missing' does not exist", '', tip],
    "error: package directory 'missing' does not exist",
  ],
  ['nothing', [], ''],
])('%s', (_name, lines, expected) => {
  expect(lastWords(lines)).toBe(expected);
});
