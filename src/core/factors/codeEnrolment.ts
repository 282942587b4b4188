import { Secret, TOTP } from 'otpauth';

import type { CodeEnrolment } from '../messages/pageMessages.ts';

const GROUP = /.{1,4}/g;

/** How a phone learns the secret: the address for the QR code, and the same secret in groups for typing. */
export function describeEnrolment(secret: Uint8Array): CodeEnrolment {
  const shared = new Secret({ buffer: new Uint8Array(secret).buffer });
  const totp = new TOTP({ issuer: 'Countersign', label: 'Release approval', algorithm: 'SHA1', digits: 6, period: 30, secret: shared });
  return { secret: (shared.base32.match(GROUP) ?? []).join(' '), uri: totp.toString() };
}
