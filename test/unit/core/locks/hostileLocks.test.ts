import { expect, test } from 'vitest';

import type { LockKind } from '../../../../src/core/documents/dependencyDocument.ts';
import { readLock } from '../../../../src/core/locks/readLock.ts';

const SECOND = 1000;
/** A loaded machine included; what is not linear takes minutes. */
const many = 30_000;

test.each<[string, LockKind, string]>([
  ['nested lists', 'uv-lock', `a = ${'['.repeat(many)}`],
  ['nested tables', 'uv-lock', `a = ${'{a='.repeat(many)}`],
  ['nested lists of JSON', 'pipfile-lock', '['.repeat(many)],
  ['nested tables of JSON', 'pipfile-lock', '{"a":'.repeat(many)],
  ['a long dotted key', 'uv-lock', `${'a.'.repeat(many)}b = 1`],
  ['a long dotted header', 'uv-lock', `[${'a.'.repeat(many)}b]`],
  ['many headers', 'uv-lock', Array.from({ length: many }, (_, place) => `[a${place}]`).join('\n')],
  ['many keys', 'uv-lock', Array.from({ length: many }, (_, place) => `a${place} = 1`).join('\n')],
  ['many packages without a name', 'uv-lock', '[[package]]\n'.repeat(many)],
  ['strings that are not closed', 'uv-lock', 'a = "x\n'.repeat(many)],
  ['strings that are not closed, with quotes that are escaped', 'uv-lock', 'a = "\\"\n'.repeat(many)],
  ['long strings that are not closed', 'uv-lock', `[\n${'\\"""\n'.repeat(many)}`],
  ['long strings of both kinds', 'uv-lock', 'a = """\nb = \'\'\'\n'.repeat(many)],
  ['backslashes', 'uv-lock', `a = "${'\\'.repeat(many)}`],
  ['line ends that are escaped', 'uv-lock', `a = """${'\\ \n'.repeat(many)}"""`],
  ['conflicts without an end', 'uv-lock', '<<<<<<< a\n=======\n'.repeat(many)],
  ['conflicts that only begin', 'uv-lock', '<<<<<<< a\n'.repeat(many)],
  ['lists that open at the start of a line', 'uv-lock', `a = [\n${'[[a\n'.repeat(many)}`],
  ['quotes', 'pipfile-lock', '"'.repeat(many)],
  ['commas', 'uv-lock', `a = [${','.repeat(many)}]`],
  ['blanks', 'uv-lock', `a =${' '.repeat(many)}${'\n'.repeat(many)}`],
])('%s take no longer than any other text', (_, kind, text) => {
  const start = performance.now();
  readLock('x', kind, text);
  expect(performance.now() - start).toBeLessThan(4 * SECOND);
});

test.each<[LockKind, string]>([
  ['uv-lock', '[__proto__]\npolluted = true\n[[package]]\nname = "__proto__"\n[package.__proto__]\npolluted = true\n'],
  ['pylock', '[[packages]]\nname = "constructor"\nwheels = [{ hashes = { __proto__ = "x" } }]\n'],
  ['pipfile-lock', '{"__proto__": {"polluted": {}}, "default": {"__proto__": {"version": "==1"}}}'],
])('no key of a %s reaches a prototype', (kind, text) => {
  expect(readLock('x', kind, text).packages.length).toBeGreaterThan(0);
  expect(({} as { readonly polluted?: unknown }).polluted).toBeUndefined();
});

test.each(['\ud800', '\u202e', 'а', '\u0000', '\u2028'])('a name may hold any letter: %j', letter => {
  expect(readLock('uv.lock', 'uv-lock', `[[package]]\nname = "x${letter}"\n`).packages.map(({ name }) => name)).toEqual([`x${letter}`]);
});

/** A lock while it is typed or downloaded: cut off anywhere, or with one character too many. */
test('a lock that is cut off or damaged anywhere is read without an exception, up to the damage', () => {
  const whole =
    'version = 1\n[[package]]\nname = "a"\nversion = "1"\nsource = { registry = "x" }\nwheels = [\n    { url = "y", hash = "sha256:00" },\n]\n';
  for (let place = 0; place <= whole.length; place += 4)
    for (const added of ['', '"', "'", '[', ']', '{', '}', '\\', '\n', '=', '"""', '<<<<<<< ']) {
      const text = whole.slice(0, place) + added + (added === '' ? '' : whole.slice(place));
      const { packages } = readLock('uv.lock', 'uv-lock', text);
      if (place > whole.indexOf('version = "1"') && added === '') expect(packages.map(({ name }) => name)).toEqual(['a']);
    }
});
