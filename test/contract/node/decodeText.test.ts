import { describe, expect, test } from 'vitest';

import { decodeText } from '../../../src/node/decodeText.ts';

const bytesOf = (text: string, encoding: BufferEncoding = 'utf8'): Uint8Array => Uint8Array.from(Buffer.from(text, encoding));
const utf16be = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'utf16le').swap16());
const followedBy = (text: string, ...bytes: readonly number[]): Uint8Array => Uint8Array.of(...bytesOf(text), ...bytes);

describe('decoding a requirements file', () => {
  test.each([
    ['UTF-8', bytesOf('# ü 漢'), '# ü 漢'],
    ['UTF-8 with a mark, which stays', bytesOf('\ufeffidna'), '\ufeffidna'],
    ['a second mark, which is text', bytesOf('\ufeff\ufeffidna'), '\ufeff\ufeffidna'],
    ['UTF-16 with a mark, little end first', bytesOf('\ufeffidna ü', 'utf16le'), '\ufeffidna ü'],
    ['UTF-16 with a mark, big end first', utf16be('\ufeffidna ü'), '\ufeffidna ü'],
    ['nothing', bytesOf(''), ''],
    ['Latin-1, declared', followedBy('# -*- coding: latin-1 -*-\n# ', 0xfc), '# -*- coding: latin-1 -*-\n# ü'],
    ['Latin-1 is not Windows-1252', followedBy('# coding: iso8859-1\n#', 0x80), '# coding: iso8859-1\n#\u0080'],
    ['Windows-1251, declared', followedBy('# coding=cp1251\n#', 0xc6), '# coding=cp1251\n#Ж'],
    ['a declaration on the second line', followedBy('idna\n# coding: latin_1\n#', 0xfc), 'idna\n# coding: latin_1\n#ü'],
    ['Shift JIS, declared', followedBy('# coding: shift_jis\n#', 0x8a, 0xbf), '# coding: shift_jis\n#漢'],
    ['Greek, by the name that only Python gives it', followedBy('# coding: iso8859-7\n#', 0xe1), '# coding: iso8859-7\n#α'],
    ['a declaration behind a mark, which the mark overrules', bytesOf('\ufeff# coding: latin-1\n# ü'), '\ufeff# coding: latin-1\n# ü'],
    ['ASCII, declared', bytesOf('# coding: ascii\nidna'), '# coding: ascii\nidna'],
    ['a declaration that is no comment', bytesOf('x # coding: cp037\n# ü'), 'x # coding: cp037\n# ü'],
  ])('reads %s', (_, bytes, text) => {
    expect(decodeText(bytes)).toBe(text);
  });

  test.each([
    ['bytes that are not UTF-8', followedBy('# ', 0xff)],
    ['a declaration too late', followedBy('#\n#\n# coding: latin-1\n# ', 0xfc)],
    ['an encoding that nobody knows', bytesOf('# coding: nothing-known\nidna')],
    ['ASCII that is none', bytesOf('# coding: ascii\n# ü')],
    ['UTF-32, which not every installer reads', Uint8Array.of(0xff, 0xfe, 0, 0, 0x61, 0, 0, 0)],
    ['UTF-32, big end first', Uint8Array.of(0, 0, 0xfe, 0xff, 0, 0, 0, 0x61)],
    ['half a surrogate pair', Uint8Array.of(0xff, 0xfe, 0x00, 0xd8)],
  ])('refuses %s', (_, bytes) => {
    expect(decodeText(bytes)).toBeNull();
  });

  test('looks for a declaration in linear time', () => {
    const start = performance.now();
    decodeText(bytesOf(`#${'coding: '.repeat(500_000)}`));
    expect(performance.now() - start).toBeLessThan(1000);
  });
});
