import type { Chance } from './chance.ts';

/** Keys that are never given twice. */
export interface Names {
  key(): string;
}

export function createNames(chance: Chance): Names {
  let count = 0;
  const specials = [...specialKeys];
  const unique = (): string => {
    count += 1;
    if (chance.isOneIn(6) && specials.length > 0) return specials.splice(chance.below(specials.length), 1)[0] ?? '';
    return quoted(chance, `${chance.pick(words)}${count}`);
  };
  return { key: unique };
}

const words = ['name', 'requires-python', 'dev_', 'A', 'dependencies-', '0', 'x'];

const specialKeys = [
  '""',
  "'with space'",
  '"tab\\tinside"',
  '"quote\\"d"',
  '"\\u00e9\\U0001F600"',
  "'back\\slash'",
  '"a.b"',
  '"]"',
  "'[x] = 1'",
  '"# none"',
  '__proto__',
  'constructor',
  'true',
  'inf',
  '1',
  '1979-05-27',
  '"é"',
  '-',
  '_',
];

function quoted(chance: Chance, key: string): string {
  const style = chance.below(8);
  return style === 0 ? `"${key}"` : style === 1 ? `'${key}'` : key;
}

/** How many dotted parts. */
export function keyDepth(chance: Chance): number {
  return chance.isOneIn(5) ? 2 + chance.below(2) : 1;
}

export function dotted(chance: Chance, names: Names, depth: number): string {
  const parts = Array.from({ length: depth }, () => names.key());
  return parts.join(chance.isOneIn(4) ? ' . ' : '.');
}
