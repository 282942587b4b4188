import { expect, test } from 'vitest';

import { secretIn } from '../../../../../src/core/checks/indexes/secretIn.ts';
import { isLoopbackHost, urlParts } from '../../../../../src/core/checks/indexes/urlParts.ts';

test.each([
  ['https://index.example/simple', 'https', null, 'index.example'],
  ['HTTP://Index.Example:8080', 'http', null, 'index.example'],
  ['http://user:pass@index.example', 'http', 'user:pass', 'index.example'],
  ['http://user:p@ss@index.example/a@b', 'http', 'user:p@ss', 'index.example'],
  ['demo@git+ssh://git@files.example/a.git', 'git+ssh', 'git', 'files.example'],
  ['demo @ https://files.example/a.whl', 'https', null, 'files.example'],
  ['http://[::1]:3141/root', 'http', null, '[::1]'],
  ['http://index.example?x=a@b', 'http', null, 'index.example'],
])('%s', (text, scheme, userInfo, host) => {
  expect(urlParts(text)).toEqual({ scheme, userInfo, host });
});

test.each(['', '://', 'index.example/simple', './wheels', 'a b', ' ://x'])('no address: %j', text => {
  expect(urlParts(text)).toBeNull();
});

test.each([
  ['localhost', true],
  ['pypi.localhost', true],
  ['127.0.0.1', true],
  ['127.1.2.3', true],
  ['[::1]', true],
  ['localhost.index.example', false],
  ['127.0.0.1.index.example', false],
  ['192.168.0.1', false],
])('%s is this computer: %s', (host, isIt) => {
  expect(isLoopbackHost(host)).toBe(isIt);
});

test.each([
  ['https://user:secret@index.example/simple', 'user:secret'],
  ['https://__token__:pypi-AgEI@index.example/simple', '__token__:pypi-AgEI'],
  ['https://${USER}:secret@index.example', '${USER}:secret'],
  ['https://:secret@index.example', ':secret'],
  [`https://${'a1'.repeat(20)}@files.example/a.git`, 'a1'.repeat(20)],
  ['https://ghp_abc@files.example/a.git', 'ghp_abc'],
  ['https://glpat-abc:@files.example/a.git', 'glpat-abc:'],
  ['https://ghp_abc:x-oauth-basic@files.example/a.git', 'ghp_abc:x-oauth-basic'],
  ['demo @ git+https://user:secret@files.example/a.git', 'user:secret'],
  ['https://index.example https://user:secret@index.example', 'user:secret'],
])('a secret in %s', (text, secret) => {
  expect(secretIn(text)).toBe(secret);
});

test.each([
  'https://index.example/simple',
  'https://user@index.example/simple',
  'git+ssh://git@files.example/a.git',
  'ssh://git:@files.example/a.git',
  'https://user:${PASSWORD}@index.example/simple',
  'https://${USER}:${PASS}${WORD}@index.example/simple',
  'https://user:$PASSWORD@index.example/simple',
  'https://user:%PASSWORD%@index.example/simple',
  'https://user:{{ password }}@index.example/simple'.replaceAll(' ', ''),
  'https://${TOKEN}:x-oauth-basic@files.example/a.git',
  'https://user:****@index.example/simple',
  'https://user:<password>@index.example/simple',
  'https://index.example/a:b@c',
  'mail user:secret@index.example',
])('none in %s', text => {
  expect(secretIn(text)).toBeNull();
});

test('hostile texts are read in linear time', () => {
  const start = Date.now();
  for (const text of [
    'a'.repeat(300_000) + '!://x',
    '://'.repeat(100_000),
    'https://' + '@:'.repeat(150_000),
    `https://user:${'$'.repeat(300_000)}@x`,
  ])
    secretIn(text);
  expect(Date.now() - start).toBeLessThan(1000);
});
