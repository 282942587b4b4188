const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';

/**
 * Reads unpadded base64url (RFC 4648, section 5) in its one canonical spelling; null for every other text.
 * Of its own because this runs in Node and in the page alike, and both have decoders that forgive.
 */
export function decodeBase64url(text: string): Uint8Array | null {
  if (!/^[A-Za-z0-9_-]*$/.test(text) || text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let held = 0;
  let heldBits = 0;
  let length = 0;
  for (const character of text) {
    held = (held << 6) | ALPHABET.indexOf(character);
    heldBits += 6;
    if (heldBits < 8) continue;
    heldBits -= 8;
    bytes[length++] = held >> heldBits;
    held &= (1 << heldBits) - 1;
  }
  return held === 0 ? bytes : null;
}
