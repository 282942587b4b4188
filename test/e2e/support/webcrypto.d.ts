import type { webcrypto } from 'node:crypto';

/** Names that the browser's types bring along, for a library that runs in both. */
declare global {
  type CryptoKey = webcrypto.CryptoKey;
  type CryptoKeyPair = webcrypto.CryptoKeyPair;
}
