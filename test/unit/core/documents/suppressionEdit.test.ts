import { expect, test } from 'vitest';

import { applyEdits } from '../../../../src/core/checks/chooseFixes.ts';
import { documentKindOf } from '../../../../src/core/documents/documentKindOf.ts';
import { readDocument } from '../../../../src/core/documents/readDocument.ts';
import { suppressionEdit } from '../../../../src/core/documents/suppressionEdit.ts';

const NOTE = '# countersign: ignore[dep/unpinned] any will do';

test.each([
  ['a line', 'requirements.txt', 'idna\nattrs\n', 1, `idna\n${NOTE}\nattrs\n`],
  [
    'the first of joined lines',
    'requirements.txt',
    'idna \\\n  --hash=sha256:aa \\\n  --hash=sha256:bb\n',
    2,
    `${NOTE}\nidna \\\n  --hash=sha256:aa \\\n  --hash=sha256:bb\n`,
  ],
  [
    'an element, as far in',
    'pyproject.toml',
    '[project]\ndependencies = [\n  "idna",\n]\n',
    2,
    `[project]\ndependencies = [\n  ${NOTE}\n  "idna",\n]\n`,
  ],
  [
    'a list in one line',
    'pyproject.toml',
    '[project]\r\ndependencies = ["idna"]\r\n',
    1,
    `[project]\r\n${NOTE}\r\ndependencies = ["idna"]\r\n`,
  ],
  ['the first line, for the file', 'pyproject.toml', '[project]\n', 0, `${NOTE}\n[project]\n`],
  [
    'a line of a script',
    'run.py',
    '# /// script\n# dependencies = [\n#   "idna",\n# ]\n# ///\n',
    2,
    `# /// script\n# dependencies = [\n#   ${NOTE}\n#   "idna",\n# ]\n# ///\n`,
  ],
  ['a line behind a byte order mark', 'requirements.txt', '\uFEFFidna\n', 0, `\uFEFF${NOTE}\nidna\n`],
])('above %s, where it is read again', (_, file, text, line, expected) => {
  const changed = applyEdits(text, [suppressionEdit(read(file, text), { line, character: 0 }, 'dep/unpinned', ' any  will\ndo ')]);
  expect(changed).toBe(expected);
  expect(read(file, changed).suppressions).toMatchObject([{ rules: ['dep/unpinned'], reason: 'any will do' }]);
});

function read(file: string, text: string): NonNullable<ReturnType<typeof readDocument>> {
  const kind = documentKindOf(file);
  const document = kind === null ? null : readDocument(file, kind, text);
  if (document === null) throw new Error(`${file} names no dependencies.`);
  return document;
}
