const LONGEST = 256;

/** Three rows of the table, used again by every call: a name is compared with thousands. */
let before = new Uint8Array(LONGEST + 1);
let above = new Uint8Array(LONGEST + 1);
let row = new Uint8Array(LONGEST + 1);

/**
 * How many letters must be typed too often, left out, taken for another or swapped with their neighbour to get from one
 * name to the other (optimal string alignment): exact up to `most`, and `most + 1` for everything beyond.
 */
export function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most || other.length > LONGEST) return most + 1;
  const start = sharedStart(one, other);
  const end = sharedEnd(one, other, start);
  if (Math.min(one.length, other.length) === start + end) return Math.abs(one.length - other.length);
  return distanceOf(one.slice(start, one.length - end), other.slice(start, other.length - end), most);
}

function sharedStart(one: string, other: string): number {
  let start = 0;
  while (start < one.length && one.charCodeAt(start) === other.charCodeAt(start)) start++;
  return start;
}

function sharedEnd(one: string, other: string, start: number): number {
  const most = Math.min(one.length, other.length) - start;
  let end = 0;
  while (end < most && one.charCodeAt(one.length - 1 - end) === other.charCodeAt(other.length - 1 - end)) end++;
  return end;
}

function distanceOf(one: string, other: string, most: number): number {
  const beyond = most + 1;
  for (let place = 0; place <= Math.min(other.length, beyond); place++) above[place] = place;
  for (let line = 1; line <= one.length; line++) {
    if (fillRow(one, other, line, most) > most) return beyond;
    [before, above, row] = [above, row, before];
  }
  return Math.min(at(above, other.length), beyond);
}

/** Only the band that `most` edits can reach; what is outside counts as beyond. Returns the least of the row. */
function fillRow(one: string, other: string, line: number, most: number): number {
  const first = Math.max(1, line - most);
  const last = Math.min(other.length, line + most);
  const letter = one.charCodeAt(line - 1);
  let least = Math.min(line, most + 1);
  row[first - 1] = first === 1 ? least : most + 1;
  if (first > 1) least = most + 1;
  for (let place = first; place <= last; place++) {
    const cost = costAt(one, other, line, place, letter, most);
    row[place] = cost;
    if (cost < least) least = cost;
  }
  if (last < other.length) row[last + 1] = most + 1;
  return least;
}

function costAt(one: string, other: string, line: number, place: number, letter: number, most: number): number {
  const same = letter === other.charCodeAt(place - 1);
  let cost = at(above, place - 1) + (same ? 0 : 1);
  cost = Math.min(cost, at(above, place) + 1, at(row, place - 1) + 1);
  if (same || line < 2 || place < 2) return Math.min(cost, most + 1);
  const isSwap = letter === other.charCodeAt(place - 2) && one.charCodeAt(line - 2) === other.charCodeAt(place - 1);
  return Math.min(isSwap ? Math.min(cost, at(before, place - 2) + 1) : cost, most + 1);
}

function at(cells: Uint8Array, place: number): number {
  return cells[place] ?? LONGEST;
}
