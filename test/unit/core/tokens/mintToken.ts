import { createHmac, randomBytes } from 'node:crypto';

/** One field in the V2 binary format of macaroons. */
export function field(type: number, content: string | Uint8Array): Buffer {
  const bytes = Buffer.from(content);
  const length = bytes.length < 128 ? [bytes.length] : [(bytes.length & 0x7f) | 0x80, bytes.length >> 7];
  return Buffer.concat([Buffer.from([type, ...length]), bytes]);
}

/** A token as PyPI makes it, with a key that nobody keeps. */
export function mintToken(location: string, caveats: readonly unknown[] = [], identifier = '00000000-0000-4000-8000-000000000000'): string {
  const texts = caveats.map(caveat => (typeof caveat === 'string' ? caveat : JSON.stringify(caveat)));
  const key = createHmac('sha256', 'macaroons-key-generator').update(randomBytes(32)).digest();
  const signature = [identifier, ...texts].reduce<Buffer>((signed, text) => createHmac('sha256', signed).update(text).digest(), key);
  const end = Buffer.from([0]);
  const sections = [field(1, location), field(2, identifier), end, ...texts.flatMap(text => [field(2, text), end]), end];
  return encodeToken(Buffer.concat([Buffer.from([2]), ...sections, field(6, signature)]));
}

export function encodeToken(bytes: Uint8Array): string {
  return `pypi-${Buffer.from(bytes).toString('base64url')}`;
}
