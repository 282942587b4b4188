import { expect, test } from 'vitest';

import { fragmentsOf } from '../../../../src/core/project/fragmentsOf.ts';
import { parseToml } from '../../../../src/core/project/parseToml.ts';
import { textAt, textsAt, valueAt } from '../../../../src/core/project/tomlTable.ts';
import { scanToml } from '../../../../src/core/toml/scanToml.ts';

const read = (text: string) => fragmentsOf(scanToml(text));

test.each([
  ['tables, lists and dotted keys', 'a.b = "x"\n[c]\nd = ["e", { f = true }]\n[c.g]\n"h.i" = false\n'],
  ['lists of tables', '[[a]]\nb = "1"\n[[a]]\nb = "2"\n[a.c]\nd = []\n'],
  ['inline tables', 'a = { b = { c = "x" }, d = {} }\n'],
])('of good TOML it is the document: %s', (_, text) => {
  expect(read(text)).toEqual(parseToml(text).document);
});

test('of broken TOML it is what is left', () => {
  const fragments = read('[project]\nname = "demo\nversion = "1"\nkeywords = ["a", "b\n[tool.uv\npackage = false');
  expect(textAt(fragments, ['project', 'name'])).toBeNull();
  expect(textAt(fragments, ['project', 'version'])).toBe('1');
  expect(textsAt(fragments, ['project', 'keywords'])).toEqual(['a']);
  expect(valueAt(fragments, ['tool', 'uv', 'package'])).toBe(false);
});

test.each(['', '[', '!', '# nothing'])('of %j nothing is left', text => {
  expect(read(text)).toBeNull();
});

test.each([
  '__proto__.polluted = true\n[',
  '[__proto__]\npolluted = true\n[',
  '[constructor.prototype]\npolluted = true\n[',
  '[[a]]\n[a.__proto__]\npolluted = true\n[',
  'a = []\na.__proto__.polluted = true\n[',
  'a = "x"\na.__proto__.polluted = true\n[',
])('no key reaches a prototype: %j', text => {
  read(text);
  expect(Object.hasOwn(Object.prototype, 'polluted') || Object.hasOwn(Array.prototype, 'polluted')).toBe(false);
});
