import { expect, test } from 'vitest';

import { applyEdits } from '../../../../src/core/checks/chooseFixes.ts';
import { readDocument } from '../../../../src/core/documents/readDocument.ts';
import { parseToml } from '../../../../src/core/project/parseToml.ts';
import { profileEdit } from '../../../../src/core/project/profileEdit.ts';

test.each([
  ['over the one that is there', '[tool.countersign]\nprofile = "library" # why\n', '[tool.countersign]\nprofile = "application" # why\n'],
  ['over one in an inline table', '[tool]\ncountersign = { profile = "library" }\n', '[tool]\ncountersign = { profile = "application" }\n'],
  ['over a dotted one', 'tool.countersign.profile = "library"\n', 'tool.countersign.profile = "application"\n'],
  ['below the header', '[tool.countersign]\npinning = "off"\n', '[tool.countersign]\nprofile = "application"\npinning = "off"\n'],
  ['as a table at the end', '[project]\nname = "x"\n', '[project]\nname = "x"\n\n[tool.countersign]\nprofile = "application"\n'],
  ['behind a line without an end', '[project]', '[project]\n\n[tool.countersign]\nprofile = "application"\n'],
  ['with CRLF', '[project]\r\n', '[project]\r\n\r\n[tool.countersign]\r\nprofile = "application"\r\n'],
  ['into an empty file', '', '[tool.countersign]\nprofile = "application"\n'],
  [
    'behind tables of its list',
    '[[tool.countersign.names]]\nname = "x"\n',
    '[[tool.countersign.names]]\nname = "x"\n\n[tool.countersign]\nprofile = "application"\n',
  ],
  [
    'into an inline table without it',
    '[tool]\ncountersign = { pinning = "off" }\n',
    '[tool]\ncountersign = { profile = "application", pinning = "off" }\n',
  ],
  ['into an empty inline table', '[tool]\ncountersign = {}\n', '[tool]\ncountersign = { profile = "application" }\n'],
  [
    'beside dotted keys',
    '[tool]\ncountersign.pinning = "off"\n',
    '[tool]\ncountersign.profile = "application"\ncountersign.pinning = "off"\n',
  ],
])('%s', (_, text, expected) => {
  const document = readDocument('pyproject.toml', 'pyproject', text);
  if (document === null) throw new Error('It is no document.');
  const changed = applyEdits(text, [profileEdit(document, 'application')]);
  expect(changed).toBe(expected);
  expect(parseToml(changed).problem).toBeNull();
});
