import { expect, test } from 'vitest';

import { ownNameLines } from '../../../../src/core/names/ownNameLines.ts';
import { shippedList } from './shippedList.ts';

test.each([
  ['os', ['PyPI will refuse a first release as "os": it is the name of a module of the standard library.']],
  ['f1ask', ['PyPI will refuse a first release as "f1ask": it is too similar to a project that exists, "flask".']],
  ['reqeusts', ['"reqeusts" looks like "requests" (two letters swapped): PyPI takes such a name, but people may take it for the other.']],
  ['my-neat-thing', ['Nothing speaks against "my-neat-thing" as the name of a new project: it is probably free. Only PyPI knows.']],
  [
    'Requests',
    [
      'One of the ten most downloaded projects (list of 2026-04-01): such a project deserves a security key and a second maintainer.',
      'If this is to be another project, its name is taken.',
    ],
  ],
  [
    'a\u202eb',
    [
      'PyPI will refuse a first release as "a\\u{202e}b": a name has letters A to Z, digits and . _ - only, and starts and ends with a letter or digit.',
    ],
  ],
])('%j', (name, lines) => {
  expect(ownNameLines(name, shippedList)).toEqual(lines);
});
