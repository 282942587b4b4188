import { decodeBase64url } from './base64url.ts';
import { packetType, readPackets, type Packet } from './macaroonPackets.ts';

/** What an API token of PyPI tells without its key. No part of it is proof: only the index can check the signature. */
export interface ApiToken {
  /** The index that issued it, as it claims. Not covered by the signature. */
  readonly location: string;
  readonly identifier: string;
  /** First-party caveats, as text. */
  readonly caveats: readonly string[];
}

export const TOKEN_PREFIX = 'pypi-';

const SIGNATURE_BYTES = 32;
const VERSION_2 = 2;

/** The order of fields: location, identifier, end; each caveat with its end; end of caveats; signature. Nothing behind it. */
const FIELDS = /^1 2 0(?: 2 0)* 0 6$/;

/**
 * Reads `pypi-` and unpadded base64url of a macaroon in the V2 binary format, strictly: what reads in two ways
 * is refused. The problem never holds a part of the text, which may be a secret even when it is no token.
 */
export function parseApiToken(text: string): ApiToken | { readonly problem: string } {
  if (!text.startsWith(TOKEN_PREFIX)) return { problem: `It does not start with ${TOKEN_PREFIX}.` };
  const encoded = text.slice(TOKEN_PREFIX.length);
  if (!/^[A-Za-z0-9_-]*$/.test(encoded)) return { problem: 'It has characters that no token has; some may be invisible.' };
  const bytes = decodeBase64url(encoded);
  if (bytes === null) return { problem: 'It is cut off or damaged.' };
  if (bytes.length === 0) return { problem: 'It is cut off.' };
  if (bytes[0] !== VERSION_2) return { problem: 'It is of a kind that PyPI does not issue.' };
  const packets = readPackets(bytes.subarray(1));
  return typeof packets === 'string' ? { problem: `It is ${packets}.` } : fromPackets(packets);
}

function fromPackets(packets: readonly Packet[]): ApiToken | { readonly problem: string } {
  const types = packets.map(packet => packet.type);
  if (types.includes(packetType.verification)) return { problem: 'It has a third-party caveat, which PyPI does not know.' };
  if (!types.includes(packetType.signature)) return { problem: 'It is cut off.' };
  if (!FIELDS.test(types.join(' ')) || packets.at(-1)?.content.length !== SIGNATURE_BYTES) return { problem: 'It is damaged.' };
  const location = packets.filter(packet => packet.type === packetType.location).map(textOf)[0];
  const [identifier, ...caveats] = packets.filter(packet => packet.type === packetType.identifier).map(textOf);
  if (!location || !identifier || !caveats.every(caveat => caveat !== null)) return { problem: 'It is damaged.' };
  return { location, identifier, caveats };
}

/** Strict UTF-8 by the language's own means, as the pure rooms have no decoder; null where the bytes are none. */
function textOf(packet: Packet): string | null {
  try {
    return decodeURIComponent(Array.from(packet.content, byte => `%${byte.toString(16).padStart(2, '0')}`).join(''));
  } catch {
    return null;
  }
}
