import { expect, test } from 'vitest';

import { readCoreMetadata } from '../../../../src/core/artifacts/coreMetadata.ts';

const GOOD = 'Metadata-Version: 2.1\nName: demo\nVersion: 1.0\n';

test('reads what a release is and needs', () => {
  const text = `${GOOD}Requires-Python: >=3.9\nRequires-Dist: idna>=3\nRequires-Dist: tqdm; extra == "bar"\n\nName: not a field\n`;
  expect(readCoreMetadata(text)).toEqual({
    metadataVersion: '2.1',
    name: 'demo',
    version: '1.0',
    requiresPython: '>=3.9',
    requiresDist: ['idna>=3', 'tqdm; extra == "bar"'],
    problems: [],
  });
});

test.each([
  ['CRLF', GOOD.replaceAll('\n', '\r\n')],
  ['lone CR', GOOD.replaceAll('\n', '\r')],
  ['a byte order mark', `\uFEFF${GOOD}`],
  ['field names in any case', GOOD.replace('Name', 'NAME').replace('Version: 1', 'vErSiOn: 1')],
  ['no white space, or more', GOOD.replace('Name: ', 'Name:').replace('Version: 1.0', 'Version:  1.0 ')],
  ['a folded field', `Summary: one\n  two\n\tthree\n${GOOD}`],
  ['a description', `${GOOD}\n# demo\n\nVersion: 9\n`],
  ['a colon in a value', `${GOOD}Project-URL: a, b:c\n`],
])('takes %s', (_, text) => {
  expect(readCoreMetadata(text)).toMatchObject({ name: 'demo', version: '1.0', metadataVersion: '2.1', problems: [] });
});

test.each([
  ['nothing', '', ['Metadata-Version is missing', 'Name is missing', 'Version is missing']],
  ['an empty line first', `\n${GOOD}`, ['Metadata-Version is missing', 'Name is missing', 'Version is missing']],
  ['no Version', GOOD.replace('Version: 1.0\n', ''), ['Version is missing']],
  ['an empty Name', GOOD.replace('demo', ''), ['Name is missing']],
  ['two Names', `${GOOD}name: other\n`, ['Name is given more than once']],
  ['the same Version twice', `${GOOD}Version: 1.0\n`, ['Version is given more than once']],
  ['a line that is no field', `${GOOD}what\u202e?\n`, ['"what\\u{202e}?" is no field']],
  ['a fold before any field', ` x\n${GOOD}`, ['" x" is no field', 'Metadata-Version is missing', 'Name is missing', 'Version is missing']],
  ['a field name with a space', `${GOOD}Requires Dist: x\n`, ['"Requires Dist: x" is no field']],
])('reports %s', (_, text, problems) => {
  const found = readCoreMetadata(text).problems;
  expect(found).toHaveLength(problems.length);
  problems.forEach((problem, index) => expect(found[index]).toContain(problem));
});

test('the first of two names is told, so that a caller can say what it saw', () => {
  expect(readCoreMetadata(`${GOOD}Name: other\n`).name).toBe('demo');
});
