import { matchAt } from '../requirements/blanks.ts';
import type { Range } from '../toml/scanToml.ts';

/** A word as a shell reads it: quotes and backslashes taken away. */
export interface ShellWord {
  readonly text: string;
  readonly range: Range;
}

export interface ShellWords {
  readonly words: readonly ShellWord[];
  /** True where a quote is left open, or nothing follows the last backslash. */
  readonly isOpen: boolean;
}

const BLANK = /[ \t\r\n]/;
const BLANKS = /[ \t\r\n]*/y;
const PLAIN = /[^ \t\r\n"'\\]+/y;

/** Splits options as pip does, with the rules of a POSIX shell (Python's `shlex.split`). Ranges count in the whole `text`. */
export function shellWords(text: string, from: number): ShellWords {
  const words: ShellWord[] = [];
  let index = from;
  for (;;) {
    index += matchAt(BLANKS, text, index).length;
    if (index >= text.length) return { words, isOpen: false };
    const word = readWord(text, index);
    words.push({ text: word.text, range: { start: index, end: word.end } });
    if (word.isOpen) return { words, isOpen: true };
    index = word.end;
  }
}

interface Part {
  readonly text: string;
  readonly end: number;
  readonly isOpen: boolean;
}

function readWord(text: string, from: number): Part {
  const parts: string[] = [];
  let index = from;
  while (index < text.length && !BLANK.test(text.charAt(index))) {
    const part = readPart(text, index);
    parts.push(part.text);
    index = part.end;
    if (part.isOpen) return { text: parts.join(''), end: index, isOpen: true };
  }
  return { text: parts.join(''), end: index, isOpen: false };
}

function readPart(text: string, index: number): Part {
  const plain = matchAt(PLAIN, text, index);
  if (plain !== '') return { text: plain, end: index + plain.length, isOpen: false };
  const character = text.charAt(index);
  if (character !== '\\') return readQuoted(text, index + 1, character);
  return { text: text.charAt(index + 1), end: Math.min(index + 2, text.length), isOpen: index + 1 >= text.length };
}

/** Between double quotes a backslash speaks for a quote and for itself only; between single ones for nothing. */
function readQuoted(text: string, from: number, quote: string): Part {
  const parts: string[] = [];
  for (let index = from; index < text.length; index += 1) {
    const character = text.charAt(index);
    if (character === quote) return { text: parts.join(''), end: index + 1, isOpen: false };
    const escapes = quote === '"' && character === '\\' && /^["\\]$/.test(text.charAt(index + 1));
    if (escapes) index += 1;
    parts.push(escapes ? text.charAt(index) : character);
  }
  return { text: parts.join(''), end: text.length, isOpen: true };
}
