/** One slip of the hand. `place` counts in the name that was meant, `written` in the one that stands there. */
export type Slip =
  | { readonly kind: 'added'; readonly place: number; readonly written: number; readonly letter: string }
  | { readonly kind: 'dropped'; readonly place: number; readonly written: number; readonly letter: string }
  | { readonly kind: 'swapped'; readonly place: number; readonly written: number }
  | { readonly kind: 'replaced'; readonly place: number; readonly written: number; readonly letter: string; readonly by: string };

/** The fewest slips by which the meant name becomes the written one, in order. Both are short: the table is their product. */
export function misspelling(meant: string, written: string): readonly Slip[] {
  const table = distances(meant, written);
  const slips: Slip[] = [];
  let [i, j] = [meant.length, written.length];
  while (i > 0 || j > 0) {
    const slip = slipAt(meant, written, i, j, table);
    if (slip !== null) slips.push(slip);
    i -= slip === null || slip.kind === 'replaced' || slip.kind === 'dropped' ? 1 : slip.kind === 'swapped' ? 2 : 0;
    j -= slip === null || slip.kind === 'replaced' || slip.kind === 'added' ? 1 : slip.kind === 'swapped' ? 2 : 0;
  }
  return slips.reverse();
}

interface Table {
  readonly cells: Uint8Array;
  readonly width: number;
}

function slipAt(meant: string, written: string, i: number, j: number, table: Table): Slip | null {
  const [letter, by] = [meant[i - 1] ?? '', written[j - 1] ?? ''];
  const here = cell(table, i, j);
  if (i > 0 && j > 0 && letter === by && here === cell(table, i - 1, j - 1)) return null;
  if (isSwap(meant, written, i, j) && here === cell(table, i - 2, j - 2) + 1) return { kind: 'swapped', place: i - 2, written: j - 2 };
  if (i > 0 && j > 0 && here === cell(table, i - 1, j - 1) + 1) return { kind: 'replaced', place: i - 1, written: j - 1, letter, by };
  if (i > 0 && here === cell(table, i - 1, j) + 1) return { kind: 'dropped', place: i - 1, written: j, letter };
  return { kind: 'added', place: i, written: j - 1, letter: by };
}

function distances(meant: string, written: string): Table {
  const width = written.length + 1;
  const table = { cells: new Uint8Array((meant.length + 1) * width), width };
  for (let i = 0; i <= meant.length; i++)
    for (let j = 0; j <= written.length; j++) table.cells[i * width + j] = fewest(meant, written, i, j, table);
  return table;
}

function fewest(meant: string, written: string, i: number, j: number, table: Table): number {
  if (i === 0 || j === 0) return i + j;
  const replaced = cell(table, i - 1, j - 1) + (meant.charCodeAt(i - 1) === written.charCodeAt(j - 1) ? 0 : 1);
  const least = Math.min(replaced, cell(table, i - 1, j) + 1, cell(table, i, j - 1) + 1);
  return isSwap(meant, written, i, j) ? Math.min(least, cell(table, i - 2, j - 2) + 1) : least;
}

function isSwap(meant: string, written: string, i: number, j: number): boolean {
  if (i < 2 || j < 2) return false;
  return meant.charCodeAt(i - 1) === written.charCodeAt(j - 2) && meant.charCodeAt(i - 2) === written.charCodeAt(j - 1);
}

function cell({ cells, width }: Table, i: number, j: number): number {
  return cells[i * width + j] ?? 0;
}
