import { describe, expect, test } from 'vitest';

import {
  indexesInEnvironment,
  indexesInPipConfiguration,
  indexesInUvConfiguration,
  joinPersonIndexes,
} from '../../../../src/core/indexFacts/personIndexes.ts';

const A = 'https://a.example/simple';
const B = 'https://b.example/simple';
const of = (...pairs: readonly (readonly [string, string])[]) => ({
  references: pairs.map(([role, url]) => ({ role, url })),
  isOff: false,
});
const OFF = { references: [], isOff: true };

describe('variables', () => {
  test.each<[string, Readonly<Record<string, string>>, unknown]>([
    ['none', {}, of()],
    ['pip', { PIP_INDEX_URL: A, PIP_EXTRA_INDEX_URL: ` ${A}\n${B} ` }, of(['primary', A], ['extra', A], ['extra', B])],
    ['uv', { UV_DEFAULT_INDEX: `main=${A}`, UV_INDEX: `one=${A} ${B}` }, of(['primary', A], ['extra', A], ['extra', B])],
    ['uv of old', { UV_INDEX_URL: A, UV_EXTRA_INDEX_URL: B, UV_FIND_LINKS: './w' }, of(['primary', A], ['extra', B], ['links', './w'])],
    ['off', { PIP_NO_INDEX: 'true' }, OFF],
    ['not off', { UV_NO_INDEX: '0' }, of()],
    ['empty', { PIP_INDEX_URL: '' }, of()],
  ])('%s', (_, environment, expected) => {
    expect(indexesInEnvironment(environment)).toEqual(expected);
  });
});

describe('pip.conf', () => {
  test.each<[string, string, unknown]>([
    ['nothing', '', of()],
    ['both', `[global]\nindex-url = ${A}\nextra-index-url = ${B}\n`, of(['primary', A], ['extra', B])],
    ['other spellings', `[install]\r\nINDEX_URL: ${A}\r\n`, of(['primary', A])],
    ['several lines', `[global]\nextra-index-url =\n    ${A}\n    # a comment\n    ${B}\n`, of(['extra', A], ['extra', B])],
    ['comments', `[global]\n; index-url = ${A}\n# index-url = ${A}\n`, of()],
    ['another section', `[download]\nindex-url = ${A}\n`, of()],
    ['no section', `index-url = ${A}\n`, of()],
    [
      'a secret, which stays where it is',
      '[global]\nindex-url = https://u:p@a.example/simple',
      of(['primary', 'https://u:p@a.example/simple']),
    ],
    ['off', '[global]\nno-index = yes\n', OFF],
    ['a key of objects', '[global]\n__proto__ = x\nconstructor = y\n', of()],
  ])('%s', (_, text, expected) => {
    expect(indexesInPipConfiguration(text)).toEqual(expected);
  });

  test('is read in one go, however long', () => {
    const started = performance.now();
    indexesInPipConfiguration(`[global]\nindex-url = ${' '.repeat(500_000)}\n${'[a'.repeat(250_000)}`);
    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('uv.toml', () => {
  test.each<[string, string, unknown]>([
    ['nothing', '', of()],
    ['a list', `[[index]]\nurl = "${A}"\ndefault = true\n\n[[index]]\nurl = "${B}"\n`, of(['primary', A], ['extra', B])],
    ['explicit ones left out', `[[index]]\nname = "x"\nurl = "${A}"\nexplicit = true\n`, of()],
    ['flat ones', `[[index]]\nurl = "${A}"\nformat = "flat"\n`, of(['links', A])],
    ['settings', `index-url = "${A}"\n[pip]\nextra-index-url = ["${B}"]\n`, of(['primary', A], ['extra', B])],
    ['off', '[pip]\nno-index = true\n', OFF],
    ['broken', '[[', of()],
    ['odd', 'index = 1\nextra-index-url = 2\n', of()],
  ])('%s', (_, text, expected) => {
    expect(indexesInUvConfiguration(text)).toEqual(expected);
  });
});

test('all settings count together', () => {
  const joined = joinPersonIndexes([indexesInEnvironment({ PIP_INDEX_URL: A }), indexesInPipConfiguration(`[global]\nindex-url = ${B}`)]);
  expect(joined).toEqual(of(['primary', A], ['primary', B]));
  expect(joinPersonIndexes([joined, OFF]).isOff).toBe(true);
});
