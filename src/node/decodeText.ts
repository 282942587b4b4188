/** The byte order marks that pip and uv both know. Of UTF-32 the one for little ends begins like UTF-16's. */
const MARKS: readonly (readonly [string, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-32', [0xff, 0xfe, 0x00, 0x00]],
  ['utf-32', [0x00, 0x00, 0xfe, 0xff]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** PEP 263, as pip looks for it: in the first two lines, where they are comments. */
const DECLARATION = /^#.*?coding[:=]\s*([-\w.]+)/;
const DECLARED_WITHIN = 2;

/**
 * Decodes a requirements file as pip does: by its byte order mark, then by the encoding it declares, then as UTF-8.
 * The byte order mark stays, as U+FEFF. Null where the bytes are not what they claim, or the encoding is not known here.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const [marked] = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte)) ?? [];
  return decodeAs(marked ?? declared(bytes) ?? 'utf-8', bytes);
}

function declared(bytes: Uint8Array): string | null {
  const lines = Buffer.from(firstLines(bytes)).toString('latin1').split('\n');
  const names = lines.map(line => DECLARATION.exec(line)?.[1]?.toLowerCase().replaceAll('_', '-'));
  return names.find(name => name !== undefined) ?? null;
}

function firstLines(bytes: Uint8Array): Uint8Array {
  let end = -1;
  for (let line = 0; line < DECLARED_WITHIN; line += 1) {
    end = bytes.indexOf(LINE_FEED, end + 1);
    if (end < 0) return bytes;
  }
  return bytes.subarray(0, end);
}

const LINE_FEED = 0x0a;

/** The web calls Windows-1252 what Python calls ASCII and Latin-1. */
function decodeAs(encoding: string, bytes: Uint8Array): string | null {
  if (LATIN_1.test(encoding)) return Buffer.from(bytes).toString('latin1');
  if (ASCII.test(encoding)) return bytes.every(byte => byte < 0x80) ? Buffer.from(bytes).toString('latin1') : null;
  try {
    return new TextDecoder(spelled(encoding), { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return null;
  }
}

const LATIN_1 = /^(?:latin-?1|l1|iso-?8859-1|8859|cp819|iso-ir-100)$/;
const ASCII = /^(?:us-)?ascii$|^646$/;

/** Python's name as the web's. */
function spelled(encoding: string): string {
  if (encoding === 'utf-8-sig' || encoding === 'utf8') return 'utf-8';
  return encoding.replace(/^(?:cp|windows-?)(125\d)$/, 'windows-$1').replace(/^iso8859-/, 'iso-8859-');
}
