import { expect, test } from 'vitest';

import { configInvalid } from '../../../../../src/core/checks/config/configInvalid.ts';
import { findingsOf, marksOf } from '../marksOf.ts';

const table = (text: string) => ({ 'pyproject.toml': `[tool.countersign]\n${text}\n` });

test.each([
  ['no table', { 'pyproject.toml': '[project]\nname = "demo"\n' }, []],
  ['a table of another file', { 'sub/pyproject.toml': '[tool.countersign]\nprofile = 1\n' }, []],
  ['a range that is met', table('required-version = ">=0.1"'), []],
  ['a range that is none', table('required-version = "soon"'), ['pyproject.toml:2 "soon"']],
  ['another kind of value', table('required-version = 1'), ['pyproject.toml:2 1']],
  ['dotted keys', { 'pyproject.toml': 'tool.countersign.required-version = 1' }, ['pyproject.toml:1 1']],
  ['a value that is half typed', table('required-version = '), []],
  ['an unknown key', table('profil = "library"'), ['pyproject.toml:2 profil']],
  ['an unknown rule', table('ignore = [{ rule = "dep/pinned", reason = "because" }]'), ['pyproject.toml:2 "dep/pinned"']],
  ['a good comment', { 'requirements.txt': 'idna # countersign: ignore[dep/unpinned] never moves\n' }, []],
  [
    'a comment without a reason',
    { 'requirements.txt': 'idna # countersign: ignore[dep/unpinned]\n' },
    ['requirements.txt:1 # countersign: ignore[dep/unpinned]'],
  ],
  [
    'a comment without a rule',
    { 'requirements.txt': 'idna # countersign: ignore[] why\n' },
    ['requirements.txt:1 # countersign: ignore[] why'],
  ],
  [
    'a comment on an unknown rule',
    { 'requirements.txt': 'idna # countersign: ignore[dep/pin] why\n' },
    ['requirements.txt:1 # countersign: ignore[dep/pin] why'],
  ],
  [
    'a comment on a rule that cannot be silenced',
    { 'pyproject.toml': '# countersign: ignore[toml/syntax] why\n[project\n' },
    ['pyproject.toml:1 # countersign: ignore[toml/syntax] why'],
  ],
])('%s', (_, texts, expected) => {
  expect(marksOf(configInvalid, texts)).toEqual(expected);
});

test('a version that is not met is an error, in words of its own', () => {
  expect(findingsOf(configInvalid, table('required-version = ">=2"'))).toMatchObject([
    {
      severity: 'error',
      file: 'pyproject.toml',
      message: 'This project asks for Countersign >=2, and this is 0.1.0. Install another version.',
    },
  ]);
});

test('what is unknown is shown so that nothing can hide in it', () => {
  const [finding] = findingsOf(configInvalid, table('"a\u202eb" = 1'));
  expect(finding?.message).toBe(
    '"a\\u{202e}b" is not known in [tool.countersign], so nothing follows from it. Known are required-version, profile, pinning, ignore, names and enable.',
  );
});
