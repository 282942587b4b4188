import type { Readable } from 'node:stream';

const NEWLINE = 0x0a;
const LONGEST_LINE = 64 * 1024;

/** Calls back with each whole line. A line beyond all measure is dropped: cut in two, half a secret would not be recognised. */
export function readLines(stream: Readable, onLine: (line: Buffer) => void): void {
  let rest: Buffer = Buffer.alloc(0);
  let dropping = false;
  stream.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let end = rest.indexOf(NEWLINE); end >= 0; end = rest.indexOf(NEWLINE)) {
      if (!dropping && end <= LONGEST_LINE) onLine(rest.subarray(0, end));
      dropping = false;
      rest = rest.subarray(end + 1);
    }
    if (rest.length > LONGEST_LINE) [rest, dropping] = [Buffer.alloc(0), true];
  });
  stream.on('end', () => {
    if (!dropping && rest.length > 0) onLine(rest);
  });
  stream.on('error', () => {});
}
