import { describe, expect, test } from 'vitest';

import { readDirectReference } from '../../../../src/core/requirements/directReference.ts';
import { canHoldTogether } from '../../../../src/core/requirements/marker.ts';
import { parseRequirement } from '../../../../src/core/requirements/parseRequirement.ts';
import type { ParsedRequirement } from '../../../../src/core/requirements/parsedRequirement.ts';
import { poetryConstraint } from '../../../../src/core/requirements/poetryConstraint.ts';
import { areCompatible, contains, parseSpecifier } from '../../../../src/core/requirements/specifier.ts';
import { compareVersions, parseVersion } from '../../../../src/core/versions/version.ts';

const PIECES = [
  ...Array.from('aZ09 \t\n\r.,;@()[]=<>!~^*+-_#\'"\\|&'),
  ...[
    '==',
    '>=',
    '===',
    '~=',
    ' and ',
    ' or ',
    ' in ',
    'not',
    'os_name',
    'python_version',
    'extra',
    '"3.8"',
    '1.0',
    'rc1',
    '.post1',
    '.dev0',
  ],
  ...[
    '\u0430',
    '\u03bf',
    '\u202e',
    '\u200b',
    '\ufeff',
    '\ud800',
    '\udc00',
    '\u{1f40d}',
    '\0',
    '\x85',
    '__proto__',
    'git+https://',
    '||',
    '.*',
  ],
];

test('no text of odd pieces makes a reader throw, and every place is inside the text', () => {
  const next = randomNumbers(20261122);
  const strays: string[] = [];
  for (let round = 0; round < 10_000; round += 1) {
    const text = Array.from({ length: next(14) }, () => PIECES[next(PIECES.length)] ?? '').join('');
    const parsed = parseRequirement(next(2) === 0 ? text : `a${text}`);
    strays.push(
      ...placesOf(parsed)
        .filter(({ start, end }) => start < 0 || end < start || end > text.length + 1)
        .map(() => text),
    );
    poetryConstraint(text);
    readDirectReference(text);
    canHoldTogether(text, parsed.marker);
    areCompatible(parsed.clauses, parseSpecifier(text).clauses);
    contains(parsed.clauses, text);
  }
  expect(strays).toEqual([]);
});

describe('long texts are read in linear time', () => {
  const LENGTH = 100_000;
  test.each([
    ['letters', (unit: string) => unit, 'a'],
    ['digits', (unit: string) => `a==${unit}`, '9'],
    ['numbers', (unit: string) => `a==${unit}x`, '1.'],
    ['zeros', (unit: string) => `a==${unit}1`, '0.'],
    ['epochs', (unit: string) => `a==${unit}!`, '1'],
    ['blanks', (unit: string) => `a${unit}x`, ' '],
    ['blanks in a marker', (unit: string) => `a; os_name == "nt"${unit}x`, ' '],
    ['brackets', (unit: string) => `a${unit}`, '['],
    ['parentheses', (unit: string) => `a; ${unit}`, '('],
    ['dots', (unit: string) => `a${unit}`, '.-'],
    ['extras', (unit: string) => `a[${unit}`, 'b,'],
    ['clauses', (unit: string) => `a${unit}`, '>=1,'],
    ['arbitrary versions', (unit: string) => `a===${unit}`, '1,'],
    ['comparisons', (unit: string) => `a; ${unit}`, 'os_name=="nt" and '],
    ['alternatives', (unit: string) => `a; ${unit}os_name=="nt"`, 'os_name=="nt" or '],
    ['quotes', (unit: string) => `a; ${unit}`, '"'],
    ['backslashes', (unit: string) => `a; os_name == "${unit}"`, '\\'],
    ['operators', (unit: string) => `a${unit}`, '='],
    ['pipes', (unit: string) => `a==${unit}`, '|'],
  ])(
    '%s',
    (_what, make, unit) => {
      const text = make(unit.repeat(LENGTH / unit.length));
      const { clauses, marker } = parseRequirement(text);
      canHoldTogether(marker, marker);
      areCompatible(clauses, clauses);
      poetryConstraint(text.slice(1));
      parseSpecifier(text.slice(1));
      readDirectReference(text);
      parseVersion(text.slice(3));
      compareVersions(text.slice(3), `${text.slice(3)}.1`);
      expect(true).toBe(true);
    },
    2000,
  );
});

test('a requirement of 5,000 nested parentheses is refused, not followed', () => {
  const { problem } = parseRequirement(`a; ${'('.repeat(5000)}os_name == "nt"${')'.repeat(5000)}`);
  expect(problem?.message).toContain('nested too deeply');
});

function placesOf({ nameRange, extrasRange, specifierRange, urlRange, markerRange, clauses, problem }: ParsedRequirement) {
  const all = [
    nameRange,
    extrasRange,
    specifierRange,
    urlRange,
    markerRange,
    problem?.range,
    problem?.repair?.range,
    ...clauses.map(({ range }) => range),
  ];
  return all.filter(range => range !== null && range !== undefined);
}

/** Numbers below a limit, the same in every run (a linear congruential generator). */
function randomNumbers(seed: number): (limit: number) => number {
  let state = seed;
  return limit => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}
