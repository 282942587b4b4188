// @ts-check
import { seededChance } from '../lib/seededChance.mjs';

const letters = 'abcdefghijklmnopqrstuvwxyz';
/** @type {Readonly<Record<string, string>>} */
const beside = {
  q: 'wa',
  w: 'qes',
  e: 'wrd',
  r: 'etf',
  t: 'ryg',
  y: 'tuh',
  u: 'yij',
  i: 'uok',
  o: 'ipl',
  p: 'ol',
  a: 'qsz',
  s: 'awdx',
  d: 'sefc',
  f: 'drgv',
  g: 'fthb',
  h: 'gyjn',
  j: 'hukm',
  k: 'jil',
  l: 'kop',
  z: 'asx',
  x: 'zsdc',
  c: 'xdfv',
  v: 'cfgb',
  b: 'vghn',
  n: 'bhjm',
  m: 'njk',
};
/** @type {Readonly<Record<string, string>>} */
const looks = { a: '4', e: '3', i: 'l', l: '1', m: 'rn', o: '0', s: '5', w: 'vv' };
/** The share of each slip; what is left over takes any letter for any other. */
const shares = {
  doubled: 0.2,
  dropped: 0.24,
  swapped: 0.2,
  addedBeside: 0.08,
  added: 0.1,
  adjacentKey: 0.06,
  vowel: 0.05,
  lookAlike: 0.02,
};
const TWO_SLIPS = 0.12;
const SHORTEST = 4;

/**
 * Misspellings made of the list, so that the fit sees more targets than attackers happened to take: each name is taken
 * as often as its rank has digits, so to say (the logarithm of the rank is uniform).
 * @param {readonly string[]} names the list, the most downloaded first
 * @param {number} count
 * @param {number} seed
 * @returns {{ name: string, target: string }[]}
 */
export function misspellings(names, count, seed) {
  const chance = seededChance(seed);
  const listed = new Set(names);
  const made = new Map();
  while (made.size < count) {
    const target = names[Math.floor(names.length ** chance()) - 1] ?? '';
    if (target.length < SHORTEST) continue;
    const once = slip(target, chance);
    const name = chance() < TWO_SLIPS && target.length > SHORTEST + 1 ? slip(once, chance) : once;
    if (name !== target && !listed.has(name) && !/^-|-$|--/.test(name)) made.set(name, target);
  }
  return [...made].map(([name, target]) => ({ name, target }));
}

/**
 * @param {string} name
 * @param {() => number} chance
 */
function slip(name, chance) {
  const place = Math.floor(chance() * name.length);
  const letter = name[place] ?? '';
  if (letter === '-') return name;
  const [before, from, after] = [name.slice(0, place), name.slice(place), name.slice(place + 1)];
  let left = chance();
  const is = (/** @type {number} */ share) => (left -= share) < 0;
  const nearby = () => pick(beside[letter] ?? letters, chance);
  if (is(shares.doubled)) return before + letter + from;
  if (is(shares.dropped)) return before + after;
  if (is(shares.swapped)) return after === '' || after[0] === '-' ? name : before + after[0] + letter + after.slice(1);
  if (is(shares.addedBeside)) return before + letter + nearby() + after;
  if (is(shares.added)) return before + letter + pick(letters, chance) + after;
  if (is(shares.adjacentKey)) return before + nearby() + after;
  if (is(shares.vowel) && 'aeiouy'.includes(letter)) return before + pick('aeiouy', chance) + after;
  if (is(shares.lookAlike) && looks[letter] !== undefined) return before + looks[letter] + after;
  return before + pick(letters, chance) + after;
}

/**
 * @param {string} from
 * @param {() => number} chance
 */
function pick(from, chance) {
  return from[Math.floor(chance() * from.length)] ?? '';
}
