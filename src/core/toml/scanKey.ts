import { blankEnd, isQuote } from './characters.ts';
import { decodeString } from './decodeString.ts';
import { scanShortString } from './scanShortString.ts';
import type { Range } from './tomlEntry.ts';

/** A key with all its dotted parts, decoded. */
export interface WrittenKey {
  readonly parts: readonly string[];
  readonly range: Range;
}

/** Reads the key that begins at `start`, as far as it is one; null where none begins. */
export function scanKey(text: string, start: number): WrittenKey | null {
  const parts: string[] = [];
  let end = start;
  for (let at = start; ; at = blankEnd(text, at + 1)) {
    const partEnd = keyPartEnd(text, at);
    if (partEnd === at) break;
    parts.push(keyPart(text, at, partEnd));
    end = partEnd;
    at = blankEnd(text, partEnd);
    if (text[at] !== '.') break;
  }
  return parts.length === 0 ? null : { parts, range: { start, end } };
}

/** The key's text without what cannot be in one, for a key that is half typed. */
export function repairKey(text: string, start: number, end: number): WrittenKey | null {
  const clean = text.slice(start, end).replace(/["'[\]{}]/g, '');
  const parts = clean.split('.').map(part => part.trim());
  if (clean.trim() === '') return null;
  return { parts: parts.includes('') ? [clean.trim()] : parts, range: { start, end } };
}

function keyPartEnd(text: string, start: number): number {
  if (isQuote(text[start])) {
    const written = scanShortString(text, start);
    return written.isClosed ? written.end : start;
  }
  let end = start;
  while (isBareKeyCode(text.charCodeAt(end))) end += 1;
  return end;
}

function keyPart(text: string, start: number, end: number): string {
  return isQuote(text[start]) ? decodeString(text, scanShortString(text, start)) : text.slice(start, end);
}

/** A–Z, a–z, 0–9, `_`, `-`. */
function isBareKeyCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 48 && code <= 57) || code === 95 || code === 45;
}
