import { hexToBytes } from '@noble/hashes/utils';

/** What a security key signs: the release digest, and 32 bytes that were never used before and never will be. */
export function releaseChallenge(digest: string, nonce: Uint8Array): Uint8Array<ArrayBuffer> {
  const challenge = new Uint8Array(32 + nonce.length);
  challenge.set(hexToBytes(digest), 0);
  challenge.set(nonce, 32);
  return challenge;
}
