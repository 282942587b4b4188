import { expect, test } from 'vitest';

import { describeEnrolment } from '../../../../src/core/factors/codeEnrolment.ts';
import { releaseChallenge } from '../../../../src/core/factors/releaseChallenge.ts';

test('a phone learns the secret from the address, a person from the groups', () => {
  const secret = new Uint8Array(Array.from('12345678901234567890', digit => digit.charCodeAt(0)));
  const { secret: shown, uri } = describeEnrolment(secret);
  expect(shown).toBe('GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ');
  const { protocol, host, searchParams } = new URL(uri);
  expect([protocol, host]).toEqual(['otpauth:', 'totp']);
  expect(Object.fromEntries(searchParams)).toEqual({
    ...{ issuer: 'Countersign', algorithm: 'SHA1', digits: '6', period: '30' },
    secret: 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ',
  });
});

test('a challenge is the release digest followed by the nonce', () => {
  const challenge = releaseChallenge('ab'.repeat(32), new Uint8Array(32).fill(7));
  expect(Array.from(challenge)).toEqual([...Array<number>(32).fill(0xab), ...Array<number>(32).fill(7)]);
});
