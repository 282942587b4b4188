/** One field of a macaroon in the V2 binary format; an end of section is a field without content. */
export interface Packet {
  readonly type: number;
  readonly content: Uint8Array;
}

export const packetType = { endOfSection: 0, location: 1, identifier: 2, verification: 4, signature: 6 } as const;

/** `cut off`: the bytes end inside a field. `damaged`: a length is not written as it must be. */
export function readPackets(bytes: Uint8Array): readonly Packet[] | 'cut off' | 'damaged' {
  const packets: Packet[] = [];
  let at = 0;
  while (at < bytes.length) {
    const type = bytes[at++] ?? 0;
    if (type === packetType.endOfSection) {
      packets.push({ type, content: new Uint8Array() });
      continue;
    }
    const length = readLength(bytes, at);
    if (typeof length === 'string') return length;
    if (length.end + length.value > bytes.length) return 'cut off';
    at = length.end + length.value;
    packets.push({ type, content: bytes.subarray(length.end, at) });
  }
  return packets;
}

/** An unsigned varint, seven bits a byte, the lowest first; two bytes hold more than any token is long. */
function readLength(bytes: Uint8Array, at: number): { readonly value: number; readonly end: number } | 'cut off' | 'damaged' {
  const [low, high] = [bytes[at], bytes[at + 1]];
  if (low === undefined) return 'cut off';
  if (low < 0x80) return { value: low, end: at + 1 };
  if (high === undefined) return 'cut off';
  if (high === 0 || high >= 0x80) return 'damaged';
  return { value: (low & 0x7f) | (high << 7), end: at + 2 };
}
