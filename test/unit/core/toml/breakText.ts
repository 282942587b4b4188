import type { Chance } from './chance.ts';

/** A slip of the hand: what stands from `start` to `end` becomes `insert`. */
export interface Slip {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly insert: string;
}

type Slipping = (text: string, at: number, chance: Chance) => Omit<Slip, 'kind'> | null;

/** What happens to files in editors, by kind. */
export const slips: Readonly<Record<string, Slipping>> = {
  'cut off': (text, at) => ({ start: at, end: text.length, insert: '' }),
  'span deleted': (text, at, chance) => ({ start: at, end: Math.min(at + 1 + chance.below(60), text.length), insert: '' }),
  'line deleted': (text, at) => ({ start: text.lastIndexOf('\n', at) + 1, end: behindLine(text, at), insert: '' }),
  'quotation mark inserted': (_, at, chance) => ({ start: at, end: at, insert: chance.pick(['"', '"', "'"]) }),
  'bracket inserted': (_, at, chance) => ({ start: at, end: at, insert: chance.pick('[]{}') }),
  'quotation mark deleted': (text, at) => deleteNext(text, at, /["']/g),
  'bracket deleted': (text, at) => deleteNext(text, at, /[[\]{}]/g),
  'comma deleted': (text, at) => deleteNext(text, at, /,/g),
  'equals sign deleted': (text, at) => deleteNext(text, at, /(?<=[\w"'] )=(?= )/g),
  'half a line typed': (text, at, chance) => insertLine(text, at, chance.pick(halfLines)),
  'text pasted': (text, at, chance) => insertLine(text, at, chance.pick(pastedTexts)),
};

export function breakText(text: string, kind: string, chance: Chance): Slip | null {
  const slip = slips[kind]?.(text, chance.below(text.length), chance) ?? null;
  return slip && { kind, ...slip };
}

export function applySlip(text: string, { start, end, insert }: Slip): string {
  return text.slice(0, start) + insert + text.slice(end);
}

const halfLines = [
  'requ',
  '"requests',
  '"requests>=',
  "'six",
  'name =',
  'name = "',
  'dependencies = [',
  '[proj',
  '[[tool.',
  '{ version',
  'key = {',
  ']',
  '"',
];

const pastedTexts = [
  '<<<<<<< HEAD\n  "attrs>=23",\n=======\n  "attrs>=24",\n>>>>>>> main',
  "$ pip install 'httpx[http2]' rich\nSuccessfully installed httpx-0.27",
  'Please don\'t pin here, see "Dependencies" in the guide.',
  'requests==2.32.3\nurllib3==2.2.3 \\\n    --hash=sha256:abc',
  'import sys\nif sys.version_info < (3, 11):\n    print("old")',
];

function behindLine(text: string, at: number): number {
  const lineEnd = text.indexOf('\n', at);
  return lineEnd < 0 ? text.length : lineEnd + 1;
}

function deleteNext(text: string, at: number, pattern: RegExp): Omit<Slip, 'kind'> | null {
  pattern.lastIndex = at;
  const found = pattern.exec(text);
  return found && { start: found.index, end: found.index + 1, insert: '' };
}

function insertLine(text: string, at: number, line: string): Omit<Slip, 'kind'> {
  const start = text.lastIndexOf('\n', at) + 1;
  return { start, end: start, insert: `${line}\n` };
}
