import { expect, test } from 'vitest';

import { readPyprojectDependencies } from '../../../../src/core/documents/readPyprojectDependencies.ts';
import { textAt } from './textAt.ts';

const read = (text: string) => readPyprojectDependencies('pyproject.toml', text, { strict: false }).suppressions;

test.each([
  ['behind a requirement', 'x = [\n  "idna", # countersign: ignore[dep/unpinned] why\n]', 1],
  ['on the line before', 'x = [\n  # countersign: ignore[dep/unpinned] why\n  "idna",\n]', 2],
  ['above other comments and an empty line', 'x = [\n# countersign: ignore[dep/unpinned] why\n# more\n\n  "idna",\n]', 4],
  ['behind a comment', 'x = "idna" # see below # countersign: ignore[dep/unpinned] why', 0],
  ['with CRLF', 'x = [\r\n# countersign: ignore[dep/unpinned] why\r\n"idna"]\r\n', 2],
  ['behind a byte order mark', '\uFEFF# countersign: ignore[dep/unpinned] why\nx = 1', 1],
  ['behind a header', '[x] # countersign: ignore[dep/unpinned] why', 0],
])('a comment %s speaks for its line', (_, text, line) => {
  const [suppression, ...others] = read(text);
  expect(others).toEqual([]);
  expect(suppression).toMatchObject({ rules: ['dep/unpinned'], reason: 'why', line });
  expect(textAt(text, suppression?.span ?? null)).toBe('# countersign: ignore[dep/unpinned] why');
});

test('several rules, and no reason', () => {
  expect(read('# countersign: ignore[dep/unpinned, dep/yanked]')).toMatchObject([{ rules: ['dep/unpinned', 'dep/yanked'], reason: '' }]);
});

test.each([
  ['in a text', 'x = "# countersign: ignore[dep/unpinned] why"'],
  ['in a text of several lines', 'x = """\n# countersign: ignore[dep/unpinned] why\n"""'],
  ['in a key', '"# countersign: ignore[dep/unpinned]" = 1'],
  ['in a header', '["# countersign: ignore[dep/unpinned]"]'],
  ['for another program', '# other: ignore[dep/unpinned]'],
])('none %s', (_, text) => {
  expect(read(text)).toEqual([]);
});
