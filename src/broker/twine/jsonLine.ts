const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const FIRST_PRINTABLE = 0x20;

/** A JSON object on one line whose first member is a secret: put together from bytes, so that no string of it comes to be. */
export function lineWithSecret(name: string, secret: Buffer, rest: Readonly<Record<string, unknown>>): Buffer {
  const members = JSON.stringify(rest).slice(1);
  const value = quoted(secret);
  const line = Buffer.concat([Buffer.from(`{${JSON.stringify(name)}:`), value, Buffer.from(`,${members}\n`)]);
  value.fill(0);
  return line;
}

/** RFC 8259, section 7: in UTF-8, only these bytes need an escape. */
function quoted(bytes: Buffer): Buffer {
  const out = Buffer.alloc(bytes.length * 6 + 2);
  let length = out.write('"');
  for (const byte of bytes) {
    if (byte < FIRST_PRINTABLE) length += out.write(`\\u${byte.toString(16).padStart(4, '0')}`, length);
    else if (byte === QUOTE || byte === BACKSLASH) length = out.writeUInt8(byte, out.writeUInt8(BACKSLASH, length));
    else length = out.writeUInt8(byte, length);
  }
  return out.subarray(0, length + out.write('"', length));
}
