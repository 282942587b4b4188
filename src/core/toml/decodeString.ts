import { blankEnd, isLineEnd } from './characters.ts';
import type { WrittenString } from './scanShortString.ts';
import type { Range } from './tomlEntry.ts';

/** Keeps a hostile string of nothing but escapes from becoming millions of small ones. */
const PIECES_AT_ONCE = 4096;

/** The text that a string stands for. An escape that TOML does not know stands for itself. */
export function decodeString(text: string, written: WrittenString): string {
  if (written.isPlain) return text.slice(written.contentStart, written.contentEnd);
  const pieces: string[] = [];
  let decoded = '';
  forEachPiece(text, written, piece => {
    if (pieces.push(piece) === PIECES_AT_ONCE) decoded += pieces.splice(0).join('');
  });
  return decoded + pieces.join('');
}

/** Maps parts of the decoded text, `length` units long, to the file. An escape is covered as a whole. */
export function mapDecoded(text: string, written: WrittenString, length: number): (start: number, end: number) => Range {
  const placeOf = written.isPlain ? (unit: number): number => written.contentStart + unit : placesOfUnits(text, written, length);
  const place = (unit: number): number => placeOf(Math.min(Math.max(unit, 0), length));
  return (start, end) => ({ start: place(start), end: place(end) });
}

function placesOfUnits(text: string, written: WrittenString, length: number): (unit: number) => number {
  const places = new Int32Array(length + 1).fill(written.contentEnd);
  let unit = 0;
  forEachPiece(text, written, (piece, start, isEscape) => {
    for (let index = 0; index < piece.length; index += 1) places[unit + index] = isEscape ? start : start + index;
    unit += piece.length;
  });
  return at => places[at] ?? written.contentEnd;
}

type TakePiece = (decoded: string, start: number, isEscape: boolean) => void;

/** Runs of text that read as written, and between them escapes and line ends (CRLF reads as LF). */
function forEachPiece(text: string, written: WrittenString, take: TakePiece): void {
  const escapes = text[written.start] === '"';
  let runStart = written.contentStart;
  let at = runStart;
  while (at < written.contentEnd) {
    const end = escapes && text[at] === '\\' ? escapeEnd(text, at, written) : text.startsWith('\r\n', at) ? at + 2 : at;
    if (end === at) {
      at += 1;
      continue;
    }
    if (at > runStart) take(text.slice(runStart, at), runStart, false);
    take(decodeEscape(text.slice(at, end)), at, true);
    runStart = at = end;
  }
  if (at > runStart) take(text.slice(runStart, at), runStart, false);
}

const hexDigits = new Map([
  ['x', 2],
  ['u', 4],
  ['U', 8],
]);

function escapeEnd(text: string, at: number, { isLong, contentEnd }: WrittenString): number {
  if (isLong && isLineEnd(text.charCodeAt(blankEnd(text, at + 1)))) return joinEnd(text, at + 1, contentEnd);
  const end = Math.min(at + 2, contentEnd);
  return end + countHexDigits(text, end, hexDigits.get(text[at + 1] ?? '') ?? 0);
}

function countHexDigits(text: string, at: number, most: number): number {
  let count = 0;
  while (count < most && /[\dA-Fa-f]/.test(text[at + count] ?? '')) count += 1;
  return count;
}

/** A backslash at the end of a line takes the white space up to the next text with it. */
function joinEnd(text: string, start: number, limit: number): number {
  let at = start;
  while (at < limit && (isLineEnd(text.charCodeAt(at)) || blankEnd(text, at) > at)) at += 1;
  return at;
}

const shortEscapes = new Map([
  ['\r\n', '\n'],
  ['\\b', '\b'],
  ['\\t', '\t'],
  ['\\n', '\n'],
  ['\\f', '\f'],
  ['\\r', '\r'],
  ['\\e', '\u001b'],
  ['\\"', '"'],
  ['\\\\', '\\'],
]);

function decodeEscape(escape: string): string {
  const short = shortEscapes.get(escape);
  if (short !== undefined) return short;
  if (/^\\[ \t]*[\r\n]/.test(escape)) return '';
  const [, digits] = /^\\[xuU]([0-9A-Fa-f]+)$/.exec(escape) ?? [];
  const expected = hexDigits.get(escape[1] ?? '');
  const code = Number.parseInt(digits ?? '', 16);
  const isCharacter = digits?.length === expected && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : escape;
}
