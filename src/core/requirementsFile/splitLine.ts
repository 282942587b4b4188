import { remembered } from '../text/remembered.ts';
import { visibleText } from '../text/visibleText.ts';
import { findOption, type KnownOption } from './knownOptions.ts';
import type { Range } from '../toml/scanToml.ts';
import { shellWords, type ShellWord } from './shellWords.ts';

/** An option as it stands on a line; ranges count in the logical line. */
export interface LineOption {
  /** As written: `-r`, `--req`, … */
  readonly spelling: string;
  readonly known: KnownOption;
  readonly value: string | null;
  readonly range: Range;
  /** Of the value as it is written, quotes too; null without one. */
  readonly valueRange: Range | null;
}

/** A logical line in two: what stands before the first option, and the options. */
export interface SplitLine {
  /** Null where the line begins with an option. */
  readonly requirement: Range | null;
  readonly options: readonly LineOption[];
  /** Words between the options: pip passes over them in silence, uv refuses the file. */
  readonly strays: readonly Range[];
  /** Why pip refuses the line's options. */
  readonly problem: { readonly message: string; readonly range: Range } | null;
}

/** Options begin at the first word with a hyphen before it; a tab is no end of a word to pip here. */
const FIRST_OPTION = /(?:^| )-/;

/** Splits a line as pip does, so that the marker's quotes before the options are left alone. */
export const splitLine = remembered((text): SplitLine => {
  const found = FIRST_OPTION.exec(text);
  const from = found === null ? text.length : found.index + found[0].length - 1;
  const length = text.slice(0, from).trimEnd().length;
  const requirement = length === 0 ? null : { start: 0, end: length };
  const { words, isOpen } = shellWords(text, from);
  const last = words.at(-1);
  if (isOpen && last !== undefined)
    return { requirement, options: [], strays: [], problem: { message: 'A quote or a backslash here has no end.', range: last.range } };
  return { requirement, ...readOptions(words) };
});

function readOptions(words: readonly ShellWord[]): Omit<SplitLine, 'requirement'> {
  const options: LineOption[] = [];
  const strays: Range[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    if (word === undefined) break;
    if (word.text === '--') {
      strays.push(...words.slice(index).map(({ range }) => range));
      break;
    }
    if (!word.text.startsWith('-') || word.text === '-') strays.push(word.range);
    else {
      const read = readOption(word, words[index + 1]);
      if ('message' in read) return { options, strays, problem: { message: read.message, range: word.range } };
      options.push(read);
      if (read.valueRange !== null && read.range.end > word.range.end) index += 1;
    }
  }
  return { options, strays, problem: null };
}

/** `-rFILE`, `-r FILE`, `--requirement=FILE` and `--requirement FILE` are one. */
function readOption(word: ShellWord, next: ShellWord | undefined): LineOption | { readonly message: string } {
  const isLong = word.text.startsWith('--');
  const equals = isLong ? word.text.indexOf('=') : -1;
  const spelling = isLong ? word.text.slice(0, equals < 0 ? undefined : equals) : word.text.slice(0, 2);
  const known = findOption(spelling);
  if (known === null) return { message: `pip knows no option ${visibleText(spelling)} in such a file.` };
  const attached = isLong ? (equals < 0 ? null : word.text.slice(equals + 1)) : word.text.slice(2) || null;
  if (attached !== null) return withAttached(word, { spelling, known, attached, skipped: spelling.length + (isLong ? 1 : 0) });
  if (!known.takesValue) return { spelling, known, value: null, range: word.range, valueRange: null };
  if (next === undefined) return { message: `${spelling} needs a value.` };
  const range = { start: word.range.start, end: next.range.end };
  return { spelling, known, value: next.text, range, valueRange: next.range };
}

function withAttached(
  word: ShellWord,
  { spelling, known, attached, skipped }: { spelling: string; known: KnownOption; attached: string; skipped: number },
): LineOption | { readonly message: string } {
  if (!known.takesValue) return { message: `${spelling} takes no value.` };
  const isPlain = word.range.end - word.range.start === word.text.length;
  const valueRange = { start: word.range.start + (isPlain ? skipped : 0), end: word.range.end };
  return { spelling, known, value: attached, range: word.range, valueRange };
}
