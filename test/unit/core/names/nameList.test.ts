import { expect, test } from 'vitest';

import { nameListText, readNameList, workedOut } from '../../../../src/core/names/nameList.ts';

const parts = {
  date: '2026-04-01',
  names: ['typing-extensions', 'requests', 'types-requests', 'types-six'],
  standardModules: ['os', 'os-path'],
  otherWords: ['toolbox', 'kit'],
  established: ['typing-extension', 'h5'],
};

test('a list that is written down is read as it was', () => {
  const { date, names, standardModules, otherWords, established } = readNameList(nameListText(parts));
  const written = { standardModules: [...standardModules], otherWords: [...otherWords], established: [...established] };
  expect({ date, names, ...written }).toEqual({
    ...parts,
    otherWords: ['kit', 'toolbox'],
    established: ['h5', 'typing-extension'],
  });
});

test('a list without modules, other words and established projects is a list', () => {
  const { names, standardModules, otherWords, established } = readNameList('2026-04-01\nrequests\n');
  expect([names, standardModules.size, otherWords.size, established.size]).toEqual([['requests'], 0, 0, 0]);
});

test('what it works out: words with their uses, families, names without hyphens', () => {
  const list = readNameList(nameListText(parts));
  expect(list.words.get('requests')).toEqual({ count: 2, rank: 1 });
  expect(Object.fromEntries(list.families)).toEqual({ 'typing-': 1, '-extensions': 1, 'types-': 2, '-requests': 1, '-six': 1 });
  expect([...list.squashed]).toEqual(['typingextensions', 'typesrequests', 'typessix']);
  expect(list.byLength.get(8)?.ranks).toEqual([1]);
});

test('everything is worked out once, and can be in turns', () => {
  const list = readNameList(nameListText(parts));
  const turns = [...workedOut(list)];
  expect(turns).toHaveLength(7);
  expect([...workedOut(list)].every((part, turn) => part === turns[turn])).toBe(true);
});
