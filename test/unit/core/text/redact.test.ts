import { expect, test } from 'vitest';

import { redact } from '../../../../src/core/text/redact.ts';

const token = `pypi-${'AgEIcanary'.repeat(10)}`;

test.each([
  ['a token', `sent ${token} now`],
  ['a header', 'Authorization: Basic Y2FuYXJ5OmNhbmFyeQ=='],
  ['a bearer', '"authorization": "Bearer canary"'],
  ['an address with a password', 'https://user:canary@index.example/simple/'],
  ['a password where the address is broken', '"=me:canary@files.example/x" is no version'],
  ['a phone code’s secret', 'otpauth://totp/x?secret=canary'],
])('takes out %s', (_name, line) => {
  expect(redact(line)).not.toMatch(/canary|Y2FuYXJ5/);
  expect(redact(line)).toContain('‹hidden›');
});

test('leaves the rest as it is', () => {
  const line = 'Uploading demo-1.0.tar.gz to https://index.example/legacy/ as __token__';
  expect(redact(line)).toBe(line);
});
