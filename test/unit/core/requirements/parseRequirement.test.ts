import { describe, expect, test } from 'vitest';

import { parseRequirement } from '../../../../src/core/requirements/parseRequirement.ts';
import type { SyntaxProblem } from '../../../../src/core/requirements/parsedRequirement.ts';
import type { Range } from '../../../../src/core/toml/scanToml.ts';

type Place = Range | null;

describe('every part is given where it stands', () => {
  test.each([
    ['idna', { name: 'idna', extras: null, specifier: '', url: null, marker: null }],
    [
      ' requests [socks , b] >= 2.31 , < 3 ; os_name == "nt" ',
      { name: 'requests', extras: '[socks , b]', specifier: '>= 2.31 , < 3', url: null, marker: 'os_name == "nt"' },
    ],
    ['a(>=1,<2);extra=="x"', { name: 'a', extras: null, specifier: '>=1,<2', url: null, marker: 'extra=="x"' }],
    ['a ()', { name: 'a', extras: null, specifier: '', url: null, marker: null }],
    ['a[]', { name: 'a', extras: '[]', specifier: '', url: null, marker: null }],
    ['a===1.0,>=2', { name: 'a', extras: null, specifier: '===1.0,>=2', url: null, marker: null }],
    [
      'a[b] @ https://files.example/a.zip ; os_name=="nt"',
      { name: 'a', extras: '[b]', specifier: null, url: 'https://files.example/a.zip', marker: 'os_name=="nt"' },
    ],
  ])('%j', (text, parts) => {
    const parsed = parseRequirement(text);
    expect(parsed.problem).toBeNull();
    expect({
      name: textAt(text, parsed.nameRange),
      extras: textAt(text, parsed.extrasRange),
      specifier: textAt(text, parsed.specifierRange),
      url: textAt(text, parsed.urlRange),
      marker: textAt(text, parsed.markerRange),
    }).toEqual(parts);
    expect(parsed.url).toBe(parts.url);
    expect(parsed.marker).toBe(parts.marker);
  });
});

test.each([
  ['idna', 4],
  ['idna ; os_name=="nt"', 4],
  ['idna[x] ', 7],
  ['idna ( )', 6],
])('a specifier can be inserted: %j at %i', (text, offset) => {
  expect(parseRequirement(text).specifierRange).toEqual({ start: offset, end: offset });
});

test('each clause has its own place', () => {
  const text = 'x >= 1.0 ,<2,!=1.5.*';
  const { clauses } = parseRequirement(text);
  expect(clauses.map(({ range }) => textAt(text, range))).toEqual(['>= 1.0', '<2', '!=1.5.*']);
  expect(clauses.map(({ operator, version }) => [operator, version])).toEqual([
    ['>=', '1.0'],
    ['<', '2'],
    ['!=', '1.5.*'],
  ]);
});

describe('a slip has a repair', () => {
  test.each([
    ['idna=3.10', '=', 'idna==3.10'],
    ['idna=>3.10', '=>', 'idna>=3.10'],
    ['idna=<3.10', '=<', 'idna<=3.10'],
    ['idna=!3.10', '=!', 'idna!=3.10'],
    ['idna = 3.10', '=', 'idna == 3.10'],
    ['idna > = 3.10', '> =', 'idna >= 3.10'],
    ['idna<>3.10', '<>', 'idna!=3.10'],
    ['idna>=3,=<4', '=<', 'idna>=3,<=4'],
    ['idna^3.10.1', '^3.10.1', 'idna>=3.10.1,<4.0.0'],
    ['idna ~3.10.1', '~3.10.1', 'idna ~=3.10.1'],
    ['idna~3', '~3', 'idna>=3,<4'],
    ['idna>=3 <4', '<4', 'idna>=3, <4'],
    ['idna>=3<4', '<', 'idna>=3,<4'],
    ['idna 3.10', '3.10', 'idna ==3.10'],
    ['idna>=3.*', '>=3.*', 'idna>=3'],
    ['idna>=3+local', '>=3+local', 'idna>=3'],
    ['idna~=3', '~=3', 'idna~=3.0'],
    ['idna==3.x', '3.x', 'idna==3.*'],
    ['idna (>=3', '(>=3', 'idna (>=3)'],
    ['idna[a b]', 'b', 'idna[a, b]'],
    ['idna[a', '[a', 'idna[a]'],
    ['git+https://git.example/a.git#egg=idna', 'git+https://git.example/a.git#egg=idna', 'idna @ git+https://git.example/a.git#egg=idna'],
    ['idna @ https://files.example/a.zip; os_name=="nt"', ';', 'idna @ https://files.example/a.zip ; os_name=="nt"'],
    ['idna; python_version < 3.8', '3.8', 'idna; python_version < "3.8"'],
    ['idna; os_name == nt', 'nt', 'idna; os_name == "nt"'],
    ['idna; 3.8 < python_version', '3.8', 'idna; "3.8" < python_version'],
    ['idna; python_version => "3.8"', '=>', 'idna; python_version >= "3.8"'],
    ['idna; os_name=="nt" && extra=="a"', '&&', 'idna; os_name=="nt" and extra=="a"'],
    ['idna; (os_name=="nt"', '(os_name=="nt"', 'idna; (os_name=="nt")'],
  ])('%j, marked at %j, becomes %j', (text, marked, repaired) => {
    const { problem } = parseRequirement(text);
    expect(textAt(text, problem?.range ?? null)).toBe(marked);
    expect(applyRepair(text, problem)).toBe(repaired);
    expect(parseRequirement(repaired).problem).toBeNull();
  });
});

describe('a fault is named', () => {
  test.each([
    ['', 'empty', null],
    ['  ', 'empty', null],
    ['==1.0', 'The name of a project is missing', null],
    ['./here', 'is a path', null],
    ['C:\\here', 'is a path', null],
    ['https://files.example/a.zip', 'A URL needs the name', null],
    ['-idna', 'is no name', null],
    ['idna-', '"-" cannot stand here', 'idna'],
    ['idna flask', '"flask" cannot stand here', 'idna'],
    ['idna>=', '">=" needs a version', 'idna'],
    ['idna==latest', '"latest" is no version', 'idna'],
    ['idna==1.0a1.*', 'numbers only', 'idna'],
    ['idna==>1', '"==>" is no operator', 'idna'],
    ['idna>=1 @ x', '"@" cannot stand here', 'idna'],
    ['idna @', 'The URL after "@" is missing', 'idna'],
    ['idna @ x y', '"y" cannot stand here', 'idna'],
    ['idna[é]', '"é" cannot stand here', 'idna'],
    ['idna;', 'ends too early', 'idna'],
    ['idna; os_name', 'an operator is missing', 'idna'],
    ['idna>=1[x]', 'Extras stand right behind the name', 'idna'],
    ['idna>=1)', '")" cannot stand here', 'idna'],
    ['idna; os_nam == "nt"', 'values in quotes', 'idna'],
    ['idna; os_name == "nt', 'The quote is never closed', 'idna'],
    ['idna; os_name is "nt"', 'was expected', 'idna'],
    ['idna; os_name == "nt" extra', '"and", "or"', 'idna'],
    ['idna; os_name == "\\x4"', 'cannot stand here', 'idna'],
  ])('%j: %s', (text, message, name) => {
    const parsed = parseRequirement(text);
    expect(parsed.problem?.message).toContain(message);
    expect(parsed.name).toBe(name);
  });
});

test.each([
  ['rеquests>=2', 'Cyrillic, U+0435'],
  ['requestѕ', 'Cyrillic, U+0455'],
  ['pοetry', 'Greek, U+03BF'],
  ['ｉdna', 'full width, U+FF49'],
  ['café', 'U+00E9'],
])('the name of %j shows the letter that is not ASCII', (text, shown) => {
  const { name, problem } = parseRequirement(text);
  expect(name).toBeNull();
  expect(problem?.message).toContain(shown);
  expect(problem?.range).toEqual({ start: 0, end: text.split('>')[0]?.length });
});

test('a message shows what cannot be seen', () => {
  expect(parseRequirement('idna\u202e>=1').problem?.message).toContain('\\u{202e}');
});

test('behind a fault the marker and the clauses before it are still read', () => {
  const { name, clauses, marker, problem } = parseRequirement('idna>=3,=4 ; os_name == "nt"');
  expect([name, clauses.length, marker]).toEqual(['idna', 1, 'os_name == "nt"']);
  expect(problem?.message).toContain('"=" is no operator');
});

function textAt(text: string, range: Place): string | null {
  return range === null ? null : text.slice(range.start, range.end);
}

function applyRepair(text: string, problem: SyntaxProblem | null): string | null {
  if (problem === null || problem.repair === null) return null;
  const { range, newText } = problem.repair;
  return text.slice(0, range.start) + newText + text.slice(range.end);
}
