import { expect, test } from 'vitest';

import { scanToml } from '../../../../src/core/toml/scanToml.ts';
import { entriesBelow, entryAt } from '../../../../src/core/toml/tomlEntry.ts';

const scanned = scanToml('[a]\nb = ["x", { c = 1 }]\nb.d = 2\n[[e]]\nf = 1\n[[e]]\nf = 2\nf = 3');

test.each<[readonly (string | number)[], string | null]>([
  [['a', 'b'], 'list'],
  [['a', 'b', 0], 'string'],
  [['a', 'b', 1, 'c'], 'integer'],
  [['a', 'b', '0'], null],
  [['a'], null],
  [[], null],
])('at %j: %s', (path, kind) => {
  expect(entryAt(scanned, path)?.kind ?? null).toBe(kind);
});

test('the first of a key that is given twice', () => {
  expect(entryAt(scanned, ['e', 1, 'f'])).toBe(scanned.entries.at(-2));
});

test.each<[readonly (string | number)[], readonly string[]]>([
  [
    ['a', 'b'],
    ['a/b/0', 'a/b/1', 'a/b/1/c', 'a/b/d'],
  ],
  [['e', 0], ['e/0/f']],
  [['e'], ['e/0/f', 'e/1/f', 'e/1/f']],
  [['x'], []],
])('below %j', (path, paths) => {
  expect(entriesBelow(scanned, path).map(entry => entry.path.join('/'))).toEqual(paths);
});
