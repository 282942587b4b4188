import { contextOf, EDGE, followedBy, START, SYMBOLS, symbolOf } from './letterSymbols.ts';

/** How often each letter follows the last few letters of a context. */
export interface LetterCounts {
  /** How likely the letter is here, given how likely it is after fewer letters. Smoothed as by Witten and Bell: a context that many letters follow says less. */
  likely(context: number, symbol: number, afterFewer: number): number;
}

/** A table of the contexts that occur: few of all there could be. */
interface Table {
  readonly letters: number;
  /** By context its row, from 1. */
  readonly rows: Int32Array;
  readonly totals: Uint32Array;
  readonly kinds: Uint8Array;
  readonly counts: Uint16Array;
}

/** The letters of all words, each with the edge behind it, and of each letter what stands before it. */
export interface Spelling {
  readonly symbols: Uint8Array;
  readonly contexts: Int32Array;
}

export function spell(words: readonly string[]): Spelling {
  const text = words.join('-');
  const symbols = new Uint8Array(text.length + 1).fill(EDGE);
  const contexts = new Int32Array(symbols.length);
  let context = START;
  for (let place = 0; place < text.length; place++) {
    const symbol = symbolOf(text.charCodeAt(place));
    symbols[place] = symbol;
    contexts[place] = context;
    context = symbol === EDGE ? START : followedBy(context, symbol);
  }
  contexts[text.length] = context;
  return { symbols, contexts };
}

/** `letters`: how many of those before it a letter is counted by. */
export function countLetters({ symbols, contexts }: Spelling, letters: number): LetterCounts {
  const table = emptyTable(contexts, letters);
  for (let place = 0; place < symbols.length; place++)
    count(table, table.rows[contextOf(contexts[place] ?? 0, letters)] ?? 0, symbols[place] ?? EDGE);
  return { likely: (context, symbol, afterFewer) => likelyIn(table, context, symbol, afterFewer) };
}

function emptyTable(contexts: Int32Array, letters: number): Table {
  const rows = new Int32Array(contextOf(-1, letters) + 1);
  let used = 0;
  for (let place = 0; place < contexts.length; place++) {
    const context = contextOf(contexts[place] ?? 0, letters);
    if (rows[context] === 0) rows[context] = ++used;
  }
  const size = used + 1;
  return { letters, rows, totals: new Uint32Array(size), kinds: new Uint8Array(size), counts: new Uint16Array(size * SYMBOLS) };
}

function count({ totals, kinds, counts }: Table, row: number, symbol: number): void {
  const cell = row * SYMBOLS + symbol;
  const before = counts[cell] ?? 0;
  counts[cell] = before + 1;
  totals[row] = (totals[row] ?? 0) + 1;
  if (before === 0) kinds[row] = (kinds[row] ?? 0) + 1;
}

function likelyIn({ letters, rows, totals, kinds, counts }: Table, context: number, symbol: number, afterFewer: number): number {
  const row = rows[contextOf(context, letters)] ?? 0;
  if (row === 0) return afterFewer;
  const variety = kinds[row] ?? 0;
  return ((counts[row * SYMBOLS + symbol] ?? 0) + variety * afterFewer) / ((totals[row] ?? 0) + variety);
}
