import { describe, expect, test } from 'vitest';

import { addresses } from '../../../../src/core/indexes/addresses.ts';
import { pypi, rehearsalProfile, testPypi } from '../../../../src/core/indexes/indexProfile.ts';
import { judgeToken } from '../../../../src/core/tokens/judgeToken.ts';
import { mintToken } from './mintToken.ts';

const REAL = addresses.pypi.tokenLocation;
const TEST = addresses.testpypi.tokenLocation;
const EXPIRES_MS = 1_800_000_900_000;
const TOKEN = mintToken(REAL, [[3, 'uuid']]);
const SHORT_LIVED = mintToken(REAL, [
  [1, ['demo']],
  [0, 1_800_000_900, 1_800_000_000],
]);
const rehearsal = rehearsalProfile({
  uploadUrl: 'http://127.0.0.1:1/legacy/',
  readUrl: 'http://127.0.0.1:1/simple/',
  webUrl: 'http://127.0.0.1:1/',
});

describe('tokens that may be sent', () => {
  test.each([
    ['as it is', TOKEN, TOKEN, pypi, 'for the whole account'],
    ['with white space around it', ` \n\t${TOKEN}\r\n`, TOKEN, pypi, 'for the whole account'],
    ['with a byte order mark and a no-break space around it', `\uFEFF${TOKEN}\u00a0`, TOKEN, pypi, 'for the whole account'],
    ['for a project', SHORT_LIVED, SHORT_LIVED, pypi, 'for project demo, expires 2027-01-15 08:15 UTC'],
  ])('%s', (_, text, token, profile, scope) => {
    expect(judgeToken(text, profile)).toEqual({ ok: true, token, scope });
  });

  test.each([
    [1_800_000_000_000, true],
    [EXPIRES_MS - 1, true],
    [EXPIRES_MS, false],
    [1_799_999_999_999, false],
    [undefined, true],
  ])('at %s a token with a lifetime is good: %s', (now, ok) => {
    expect(judgeToken(SHORT_LIVED, pypi, now).ok).toBe(ok);
  });

  test('one of TestPyPI there', () => {
    expect(judgeToken(mintToken(TEST), testPypi)).toMatchObject({ ok: true, scope: 'scope unknown' });
  });

  test.each([
    ['a password', 'correct horse', 'scope unknown'],
    ['a token of some other kind', 'glpat-xyz', 'scope unknown'],
    ['a token of this kind', mintToken('index.example', [[1, ['demo']]]), 'for project demo'],
  ])('%s, where an index has its own', (_, token, scope) => {
    expect(judgeToken(` ${token}\n`, rehearsal)).toEqual({ ok: true, token, scope });
  });
});

describe('what may not be sent', () => {
  test.each([
    ['nothing', '', 'There is no token'],
    ['white space', ' \r\n\u00a0 ', 'There is no token'],
    ['two lines', `${TOKEN}\n${TOKEN}`, 'more than one line'],
    ['a token broken over two lines', `${TOKEN.slice(0, 80)}\r\n${TOKEN.slice(80)}`, 'more than one line'],
    ['white space inside', `${TOKEN.slice(0, 80)} ${TOKEN.slice(80)}`, 'white space inside'],
    ['a no-break space inside', `${TOKEN.slice(0, 80)}\u00a0${TOKEN.slice(80)}`, 'white space inside'],
    ['a zero-width space inside', `${TOKEN.slice(0, 80)}\u200b${TOKEN.slice(80)}`, 'characters that no token has'],
    ['a tab inside', `${TOKEN.slice(0, 80)}\t${TOKEN.slice(80)}`, 'control character'],
    ['a NUL inside', `${TOKEN.slice(0, 80)}\0${TOKEN.slice(80)}`, 'control character'],
    ['double quotes', `"${TOKEN}"`, 'quotation marks'],
    ['single quotes', `'${TOKEN}'`, 'quotation marks'],
    ['one quote at the end', `${TOKEN}’`, 'quotation marks'],
    ['a line of .pypirc', `password = ${TOKEN}`, 'something before the token'],
    ['a variable', `TWINE_PASSWORD=${TOKEN}`, 'something before the token'],
    ['no prefix', TOKEN.slice(5), 'beginning of the token is missing'],
    ['the user name', '__token__', 'user name'],
    ['a sign-in code', '123 456', 'sign-in code'],
    ['a session cookie', 'session_id=abcdefgh', 'session cookie'],
    ['a signed cookie', 'dGhpc2lzYXNlc3Npb24.ZyXwVu.abcdefGHIJKL_mnop', 'session cookie'],
    ['a JWT', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl', 'session cookie'],
    ['a password', 'hunter2', 'password'],
    ['a password with spaces', 'correct horse battery staple', 'password'],
    ['a token cut off', TOKEN.slice(0, -8), 'It is cut off'],
    ['a token cut off within a byte', TOKEN.slice(0, -1), 'It is cut off'],
    ['the prefix alone', 'pypi-', 'cut off'],
    ['a token of TestPyPI', mintToken(TEST), 'for TestPyPI, and the release goes to PyPI'],
    ['a token of some other index', mintToken('index.example'), 'for another index, and'],
    ['a condition of no known kind', mintToken(REAL, [[9, 'x']]), 'a condition that PyPI does not know'],
    [
      'a token for no project',
      mintToken(REAL, [
        [1, ['a']],
        [1, ['b']],
      ]),
      'no project at all',
    ],
    ['a token that has expired', SHORT_LIVED, 'has expired'],
  ])('%s', (_, text, reason) => {
    const judged = judgeToken(text, pypi, EXPIRES_MS);
    expect(judged.ok ? 'sent' : judged.problem).toContain(reason);
  });

  test('a token of PyPI at TestPyPI', () => {
    expect(judgeToken(TOKEN, testPypi)).toEqual({
      ok: false,
      problem: expect.stringContaining('for PyPI, and the release goes to TestPyPI') as string,
    });
  });

  test.each(['', '   ', 'two\nlines', 'a\0b'])('%j, to any index', text => {
    expect(judgeToken(text, rehearsal).ok).toBe(false);
  });
});

test('no problem holds a part of the text', () => {
  const secret = 'S3cr3tS3cr3tS3cr3t';
  const texts = ['', ' ', '\n', '\0', '"', '=', '.abcdef.ghijkl', '\u200b'].flatMap(extra => [
    `${secret}${extra}${secret}`,
    `pypi-${secret}${extra}${secret}`,
    `x pypi-${secret}`,
    `"${secret}`,
  ]);
  for (const text of [
    ...texts,
    mintToken(secret),
    mintToken(REAL, [secret]),
    mintToken(REAL, [
      [1, []],
      [1, [secret]],
    ]),
  ]) {
    for (const profile of [pypi, testPypi]) {
      const judged = judgeToken(text, profile, 0);
      expect(judged.ok ? 'sent' : judged.problem).not.toContain(secret.slice(0, 6));
    }
  }
});
