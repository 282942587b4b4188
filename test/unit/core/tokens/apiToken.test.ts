import { describe, expect, test } from 'vitest';

import { parseApiToken } from '../../../../src/core/tokens/apiToken.ts';
import { encodeToken, field, mintToken } from './mintToken.ts';
import others from './otherLibraries.json' with { type: 'json' };

describe('tokens that other libraries made', () => {
  test.each([...others.pymacaroons, ...others.pypitoken])('with caveats $caveats', ({ location, identifier, caveats, encoded }) => {
    expect(parseApiToken(`pypi-${encoded}`)).toEqual({ location, identifier, caveats });
  });
});

describe('what is no token', () => {
  const end = Buffer.from([0]);
  const [location, id, caveat, signature] = [field(1, 'index.example'), field(2, 'id'), field(2, 'x'), field(6, new Uint8Array(32))];
  const head = Buffer.concat([location, id, end]);

  test('the parts of the table make one', () => {
    expect(parseApiToken(made(head, caveat, end, end, signature))).toEqual({ location: 'index.example', identifier: 'id', caveats: ['x'] });
  });

  test.each([
    ['another prefix', 'pypl-AAAA', 'does not start'],
    ['the prefix in capitals', mintToken('index.example').replace('pypi-', 'PYPI-'), 'does not start'],
    ['nothing behind the prefix', 'pypi-', 'cut off'],
    ['padding', `${mintToken('index.example')}=`, 'characters'],
    ['a zero-width space inside', mintToken('index.example').replace('A', 'A\u200b'), 'characters'],
    ['base64 that is not canonical', 'pypi-AB', 'cut off or damaged'],
    ['the text format of version 1', encodeToken(Buffer.from('001clocation index.example\n')), 'kind'],
    ['the JSON format', encodeToken(Buffer.from('{"v":2}')), 'kind'],
    ['version 3', encodeToken(Buffer.concat([Buffer.from([3]), head, end, signature])), 'kind'],
    ['no location', made(id, end, end, signature), 'damaged'],
    ['an empty location', made(field(1, ''), id, end, end, signature), 'damaged'],
    ['an empty identifier', made(location, field(2, ''), end, end, signature), 'damaged'],
    ['identifier before location', made(id, location, end, end, signature), 'damaged'],
    ['two locations', made(location, location, id, end, end, signature), 'damaged'],
    ['a caveat with a location', made(head, location, caveat, end, end, signature), 'damaged'],
    ['a third-party caveat', made(head, location, caveat, field(4, 'v'), end, end, signature), 'third-party'],
    ['no end of caveats', made(head, caveat, end, signature), 'damaged'],
    ['a field of unknown type', made(head, field(5, 'x'), end, end, signature), 'damaged'],
    ['a signature of 31 bytes', made(head, end, field(6, new Uint8Array(31))), 'damaged'],
    ['a signature of 33 bytes', made(head, end, field(6, new Uint8Array(33))), 'damaged'],
    ['two signatures', made(head, end, signature, signature), 'damaged'],
    ['a byte behind', made(head, end, signature, end), 'damaged'],
    ['a length in too many bytes', made(Buffer.from([1, 0x8d, 0]), Buffer.from('index.example'), id, end, end, signature), 'damaged'],
    ['a length beyond any token', made(Buffer.from([1, 0xff, 0xff, 0xff, 0xff, 0x0f])), 'damaged'],
    ['a length beyond the end', made(Buffer.from([1, 0xff, 0x7f])), 'cut off'],
    ['a caveat that is not UTF-8', made(head, field(2, Uint8Array.of(0xff, 0xfe)), end, end, signature), 'damaged'],
    ['a caveat of overlong UTF-8', made(head, field(2, Uint8Array.of(0xc0, 0xaf)), end, end, signature), 'damaged'],
  ])('%s', (_, text, reason) => {
    const parsed = parseApiToken(text);
    expect('problem' in parsed ? parsed.problem : 'none').toContain(reason);
  });

  function made(...parts: Uint8Array[]): string {
    return encodeToken(Buffer.concat([Buffer.from([2]), ...parts]));
  }
});

test('no beginning of a token is one', () => {
  const token = mintToken('index.example', [
    [1, ['demo']],
    [0, 1_800_000_900, 1_800_000_000],
  ]);
  for (let length = 0; length < token.length; length += 1) expect(parseApiToken(token.slice(0, length))).toHaveProperty('problem');
});

test('a token with any one character changed is read the same way or refused, never thrown on', () => {
  const token = mintToken('index.example', [[1, ['demo']]]);
  for (let at = 5; at < token.length; at += 1) {
    for (const character of 'Aa9-_=') expect(() => parseApiToken(token.slice(0, at) + character + token.slice(at + 1))).not.toThrow();
  }
});
