import { expect, test } from 'vitest';

import { trustedHost } from '../../../../../src/core/checks/indexes/trustedHost.ts';
import { marksOf, mended } from '../marksOf.ts';

test.each([
  ['none', { 'requirements.txt': 'idna\n' }, []],
  ['an option', { 'requirements.txt': 'idna\n--trusted-host index.example\n' }, ['requirements.txt:2 --trusted-host index.example']],
  ['with a port', { 'requirements.txt': '--trusted-host=index.example:8080\n' }, ['requirements.txt:1 --trusted-host=index.example:8080']],
  [
    'this computer',
    { 'requirements.txt': '--trusted-host localhost\n--trusted-host 127.0.0.1:3141\n--trusted-host [::1]:80\n--trusted-host ::1\n' },
    [],
  ],
  [
    'uv',
    { 'pyproject.toml': '[tool.uv]\nallow-insecure-host = ["localhost:8080", "index.example"]\n' },
    ['pyproject.toml:2 index.example'],
  ],
])('%s', (_, texts, expected) => {
  expect(marksOf(trustedHost, texts)).toEqual(expected);
});

test.each([
  ['with its line', 'idna\r\n--trusted-host index.example\r\nclick\r\n', 'idna\r\nclick\r\n'],
  ['at the end', 'idna\n--trusted-host index.example', 'idna\n'],
  [
    'not where more stands on its line',
    '-i https://a.example --trusted-host a.example\n',
    '-i https://a.example --trusted-host a.example\n',
  ],
])('it is taken out: %s', (_, before, after) => {
  expect(mended(trustedHost, { 'requirements.txt': before })['requirements.txt']).toBe(after);
});
