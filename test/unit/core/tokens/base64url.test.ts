import { expect, test } from 'vitest';

import { decodeBase64url } from '../../../../src/core/tokens/base64url.ts';

test('reads what Node writes, of every length', () => {
  for (let length = 0; length < 70; length += 1) {
    const bytes = Uint8Array.from({ length }, (_, index) => (index * 151 + length * 29) % 256);
    expect(decodeBase64url(Buffer.from(bytes).toString('base64url'))).toEqual(bytes);
  }
});

test.each(['A', 'AAAAA', 'AA==', 'AAA=', '+/+/', 'AA A', 'AA\n', 'AB', 'AAB', '_', 'ＡＡ', 'A\u200bAA'])('%j is not canonical', text => {
  expect(decodeBase64url(text)).toBeNull();
});
