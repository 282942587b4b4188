const rows = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
/** How far each row is moved to the right, in widths of a key. */
const shifts = [0, 0.5, 0.75, 1.25];
const REACH = 1.1;

const places = new Map(
  rows.flatMap((row, line) =>
    Array.from(row, (letter, place): [string, { across: number; line: number }] => [letter, { across: place + (shifts[line] ?? 0), line }]),
  ),
);

/** Whether a finger that aims at one key may hit the other (QWERTY). */
export function areAdjacentKeys(one: string, other: string): boolean {
  const [here, there] = [places.get(one), places.get(other)];
  if (!here || !there || one === other) return false;
  return Math.abs(here.line - there.line) <= 1 && Math.abs(here.across - there.across) <= REACH;
}
