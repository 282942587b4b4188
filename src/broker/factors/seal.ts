import { createCipheriv, createDecipheriv, hkdfSync } from 'node:crypto';

import type { Chance } from '../ports.ts';
import type { CodeFactor } from './storedFactor.ts';

type Sealed = CodeFactor['sealed'];

const CIPHER = 'aes-256-gcm';
const PURPOSE = 'countersign phone code v1';
const TAG_BYTES = 16;

/** Half of the key is in the editor's secret store and the other half in the file: neither opens it alone. */
export function seal(sealKey: Buffer, secret: Buffer, chance: Chance): Sealed {
  const [salt, nonce] = [chance(32), chance(12)];
  const cipher = createCipheriv(CIPHER, derive(sealKey, salt), nonce).setAAD(Buffer.from(PURPOSE));
  const box = Buffer.concat([cipher.update(secret), cipher.final(), cipher.getAuthTag()]);
  return { salt: salt.toString('base64'), nonce: nonce.toString('base64'), box: box.toString('base64') };
}

/** Null where this key does not open it, or the file was changed. */
export function unseal(sealKey: Buffer, sealed: Sealed): Buffer | null {
  const box = Buffer.from(sealed.box, 'base64');
  const key = derive(sealKey, Buffer.from(sealed.salt, 'base64'));
  try {
    const decipher = createDecipheriv(CIPHER, key, Buffer.from(sealed.nonce, 'base64'), { authTagLength: TAG_BYTES });
    decipher.setAAD(Buffer.from(PURPOSE)).setAuthTag(box.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(box.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    return null;
  }
}

function derive(sealKey: Buffer, salt: Buffer): Buffer {
  return Buffer.from(hkdfSync('sha256', sealKey, salt, PURPOSE, 32));
}
