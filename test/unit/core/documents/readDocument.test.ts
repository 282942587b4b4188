import { expect, test } from 'vitest';

import { readDocument } from '../../../../src/core/documents/readDocument.ts';

test.each([
  ['pyproject.toml', 'pyproject', 'project.dependencies = ["idna"]', 'project.dependencies'],
  ['requirements.txt', 'requirements', 'idna\n', 'requirements'],
  ['constraints.txt', 'constraints', 'idna\n', 'constraints'],
  ['requirements.in', 'input', 'idna\n', 'input'],
  ['Pipfile', 'pipfile', '[packages]\nidna = "*"\n', 'packages'],
  ['tool.py', 'script', '# /// script\n# dependencies = ["idna"]\n# ///\n', 'script'],
] as const)('%s', (file, kind, text, section) => {
  expect(readDocument(file, kind, text)).toMatchObject({ file, kind, text, requirements: [{ file, section, name: 'idna' }] });
});

test('a script without dependencies is no document', () => {
  expect(readDocument('tool.py', 'script', 'import idna\n')).toBeNull();
});

test('faults of TOML are looked for unless told otherwise', () => {
  expect(readDocument('pyproject.toml', 'pyproject', 'x = ')?.problems).toHaveLength(1);
  expect(readDocument('pyproject.toml', 'pyproject', 'x = ', { strict: false })?.problems).toEqual([]);
});
