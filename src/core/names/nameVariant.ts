import { areLures } from './lureWords.ts';
import type { NameList } from './nameList.ts';

/** A name made of another's words rather than of its letters. */
export interface NameVariant {
  readonly kind: 'word-order' | 'language-word' | 'lure';
  readonly target: string;
  /** The words that the target does not have, as written. */
  readonly added: string;
}

/** Beyond these places of the list, words that many projects share say nothing. */
const TOP = { language: 1000, pythonized: 400, lure: 300 };
const SHORTEST_GLUED = 5;
const LONGEST_LURE = 12;
const MOST_WORDS = 6;
const MOST_ORDERED = 4;
const LANGUAGE = /^(?:python|python3)-|-(?:python|python3)$/;

/** The popular project whose words the name has in another order, or with a word more that only draws attention; null for none. */
export function nameVariant(name: string, list: NameList): NameVariant | null {
  return reordered(name, list) ?? withLanguage(name, list) ?? withLure(name, list);
}

function reordered(name: string, list: NameList): NameVariant | null {
  const target = inOtherOrder(name, list) ?? turned(name, list);
  return target === undefined ? null : { kind: 'word-order', target, added: '' };
}

/** The most popular of the names that have the same words. */
function inOtherOrder(name: string, { ranks }: NameList): string | undefined {
  const words = name.split('-');
  if (words.length > MOST_ORDERED) return undefined;
  const known = ordersOf(words).filter(order => ranks.has(order));
  return known.toSorted((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0))[0];
}

function ordersOf(words: readonly string[]): readonly string[] {
  if (words.length < 2) return words;
  return words.flatMap((word, place) => ordersOf(words.toSpliced(place, 1)).map(rest => `${word}-${rest}`));
}

/** Two words run together, which the list has with a hyphen the other way round. */
function turned(name: string, { words, ranks }: NameList): string | undefined {
  for (let cut = 3; cut <= name.length - 3; cut++) {
    const first = name.slice(0, cut);
    if (!words.has(first)) continue;
    const target = `${name.slice(cut)}-${first}`;
    if (ranks.has(target)) return target;
  }
  return undefined;
}

function withLanguage(name: string, { ranks }: NameList): NameVariant | null {
  const added = LANGUAGE.exec(name)?.[0].replaceAll('-', '');
  if (added === undefined) return null;
  const bare = name.replace(LANGUAGE, '');
  if ((ranks.get(bare) ?? TOP.language) < TOP.language) return { kind: 'language-word', target: bare, added };
  const pythonized = `py${bare}`;
  return (ranks.get(pythonized) ?? TOP.pythonized) < TOP.pythonized ? { kind: 'language-word', target: pythonized, added } : null;
}

function withLure(name: string, list: NameList): NameVariant | null {
  const words = name.split('-');
  if (words.length > MOST_WORDS) return null;
  for (let start = 0; start < words.length; start++)
    for (let end = words.length; end > start; end--) {
      const target = words.slice(start, end).join('-');
      if (!isTop(target, list)) continue;
      const others = [...words.slice(0, start), ...words.slice(end)];
      if (areLures(others)) return { kind: 'lure', target, added: others.join('-') };
    }
  return words.length === 1 ? gluedLure(name, list) : null;
}

function gluedLure(name: string, list: NameList): NameVariant | null {
  for (let cut = 2; cut <= Math.min(LONGEST_LURE, name.length - SHORTEST_GLUED); cut++) {
    const [head, tail] = [name.slice(0, cut), name.slice(cut)];
    if (isTop(tail, list) && areLures([head])) return { kind: 'lure', target: tail, added: head };
    const [front, back] = [name.slice(0, -cut), name.slice(-cut)];
    if (isTop(front, list) && areLures([back])) return { kind: 'lure', target: front, added: back };
  }
  return null;
}

function isTop(name: string, { ranks }: NameList): boolean {
  return (ranks.get(name) ?? TOP.lure) < TOP.lure;
}
