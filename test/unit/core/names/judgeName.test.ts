import { describe, expect, test } from 'vitest';

import { judgeName } from '../../../../src/core/names/judgeName.ts';
import { readNameList } from '../../../../src/core/names/nameList.ts';
import { seededChance } from '../../../../scripts/lib/seededChance.mjs';
import { misspellings } from '../../../../scripts/names/misspell.mjs';
import { shippedList } from './shippedList.ts';

describe('a name that pretends', () => {
  test.each([
    ['reqeusts', 'requests', 'two letters swapped'],
    ['requestss', 'requests', 'a letter doubled'],
    ['reqests', 'requests', 'a letter left out'],
    ['cryptograohy', 'cryptography', 'the key beside it'],
    ['urlib3', 'urllib3', 'a double letter written once'],
    ['numpyy', 'numpy', 'a letter doubled'],
    ['b0to3', 'boto3', 'letters that look alike'],
    ['rnatplotlib', 'matplotlib', 'letters that look alike'],
    ['beautifusloupp', 'beautifulsoup', 'two letters swapped, and a letter doubled'],
    ['Websocket_Clinet', 'websocket-client', 'two letters swapped'],
    ['\u0440andas', 'pandas', 'letters of another alphabet'],
    ['toolbelt-requests', 'requests-toolbelt', 'the same words in another order'],
    ['pythonkafka', 'kafka-python', 'the same words in another order'],
    ['python3-flask', 'flask', '"python3" added or written out'],
    ['python-openssl', 'pyopenssl', '"python" added or written out'],
    ['new-requests-2021', 'requests', 'a popular name with "new-2021" added'],
    ['easyrequests', 'requests', 'a popular name with "easy" added'],
  ])('%s looks like %s: %s', (name, target, reason) => {
    expect(judgeName(name, shippedList)).toMatchObject({ suspicious: true, target, reason });
  });
});

describe('a name of its own', () => {
  test.each([
    '',
    ' ',
    '-',
    '..',
    'ab',
    'requests',
    ' Requests ',
    'typing.extensions',
    'my-neat-thing',
    'django-user-tags',
    'requests-extra-thing',
    '12',
  ])('%j', name => {
    expect(judgeName(name, shippedList).suspicious).toBe(false);
  });
});

test('no name of the list is suspicious, however it is written', () => {
  const written = (name: string): readonly string[] => [name, name.toUpperCase(), name.replaceAll('-', '_'), name.replaceAll('-', '-.-')];
  expect(shippedList.names.flatMap(written).filter(name => judgeName(name, shippedList).suspicious)).toEqual([]);
});

describe('a project that has been there for long', () => {
  test('is judged with reserve: each that ships would be suspicious if it were new', () => {
    const isSuspicious = (name: string, established?: ReadonlySet<string>): boolean => judgeName(name, shippedList, established).suspicious;
    const names = [...shippedList.established].filter((_, place) => place % 10 === 0);
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter(name => isSuspicious(name))).toEqual([]);
    expect(names.filter(name => !isSuspicious(name, new Set()))).toEqual([]);
  });

  test('still looks like another where that is likely enough', () => {
    expect(judgeName('reqeusts', shippedList, new Set(['reqeusts']))).toMatchObject({ suspicious: true, target: 'requests' });
    expect(judgeName('easyrequests', shippedList, new Set(['easyrequests'])).suspicious).toBe(false);
  });
});

test('every spelling of a name is judged alike', () => {
  for (const { name } of misspellings(shippedList.names, 400, 3)) {
    const judgement = judgeName(name, shippedList);
    for (const spelling of [name.toUpperCase(), name.replaceAll('-', '_'), name.replaceAll('-', '.'), ` ${name}\t`])
      expect(judgeName(spelling, shippedList)).toEqual(judgement);
  }
});

test('the score is from 0 to 1, and from a half on it is said', () => {
  for (const { name } of misspellings(shippedList.names, 400, 4)) {
    const { score, suspicious } = judgeName(name, shippedList);
    expect(score).toBeGreaterThanOrEqual(0);
    expect(score).toBeLessThanOrEqual(1);
    if (score >= 0.5) expect(suspicious).toBe(true);
  }
});

test('most misspellings of the thousand most popular names are found, and traced to the right one', () => {
  const made = misspellings(shippedList.names.slice(0, 1000), 500, 5).filter(({ name }) => !shippedList.ranks.has(name));
  const found = made.filter(({ name, target }) => {
    const judgement = judgeName(name, shippedList);
    return judgement.suspicious && judgement.target === target;
  });
  expect(found.length / made.length).toBeGreaterThan(0.8);
});

test('a name is one of two characters only where no list can tell it from another', () => {
  const chance = seededChance(6);
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789-';
  const pick = (): string => letters.charAt(Math.floor(chance() * letters.length));
  for (let count = 0; count < 500; count++) expect(judgeName(pick() + pick(), shippedList).suspicious).toBe(false);
});

describe('hostile names are answered at once, and change nothing', () => {
  test.each([
    ['a key of every object', '__proto__'],
    ['another', 'constructor'],
    ['a megabyte of one letter', 'a'.repeat(1_000_000)],
    ['a megabyte of hyphens', '-'.repeat(1_000_000)],
    ['a megabyte of blanks', ' '.repeat(1_000_000)],
    ['hyphens between words, without end', 'new-'.repeat(250_000)],
    ['as many words as a name may have', 'new-'.repeat(31) + 'requests'],
    ['half a character', 'reque\ud800sts'],
    ['a character that turns the text', 'reque\u202ests'],
    ['marks on a letter', `r${'\u0301'.repeat(100)}equests`],
    ['control characters', 'req\u0000\nuests'],
  ])('%s', (_, name) => {
    const started = performance.now();
    judgeName(name, shippedList);
    expect(performance.now() - started).toBeLessThan(200);
    expect(Object.keys(Object.prototype)).toEqual([]);
  });
});

describe('a list of another kind', () => {
  test.each([
    ['an empty one', ''],
    ['only a date', '2026-04-01\n'],
    ['names of objects', '2026-04-01\n__proto__\nconstructor\ntostring\n'],
  ])('%s', (_, text) => {
    const list = readNameList(text);
    for (const name of ['requests', '__proto_', 'constructo', 'to-string']) expect(typeof judgeName(name, list).suspicious).toBe('boolean');
  });
});
