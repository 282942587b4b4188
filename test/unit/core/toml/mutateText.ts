import type { Chance } from './chance.ts';

/** A text after some blows of any kind: parts gone, doubled, moved, or strange things in between. */
export function mutateText(text: string, chance: Chance): string {
  let mutated = text;
  for (let blows = 1 + chance.below(8); blows > 0; blows -= 1) mutated = mutateOnce(mutated, chance);
  return mutated;
}

function mutateOnce(text: string, chance: Chance): string {
  const start = chance.below(text.length + 1);
  const end = Math.min(start + chance.below(chance.isOneIn(8) ? 400 : 8), text.length);
  const part = text.slice(start, end);
  const kind = chance.below(5);
  if (kind === 0) return text.slice(0, start) + text.slice(end);
  if (kind === 1) return text.slice(0, end) + part + text.slice(end);
  if (kind === 2) return text.slice(0, start) + text.slice(end) + part;
  return (
    text.slice(0, start) +
    chance.pick(strangeThings).repeat(chance.isOneIn(6) ? 1 + chance.below(20) : 1) +
    text.slice(kind === 3 ? start : end)
  );
}

const strangeThings = [
  ...['"', "'", '"""', "'''", '[', ']', '[[', ']]', '{', '}', '}}', ',', '=', '==', '.', '#', '\\', '\\u12', '\\U0011ffff', '\\x'],
  ...['\n', '\r', '\r\n', '\t', ' ', '\u0000', '\u000b', '\u00a0', '\u2028', '\uFEFF', '\ud800', '\udfff', '\u202e', 'α', 'е', '\u{1F600}'],
  ...[
    '__proto__',
    'constructor',
    '\nkey = ',
    '\n[head]\n',
    '\n[[list]]\n',
    '[[half',
    '<<<<<<< HEAD\n',
    'true',
    '1979-05-27',
    '= [',
    '= {',
    '\\\n',
  ],
];
