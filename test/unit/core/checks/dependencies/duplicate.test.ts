import { describe, expect, test } from 'vitest';

import { duplicate } from '../../../../../src/core/checks/dependencies/duplicate.ts';
import { afterFix, findingsOf, fixTitles, marksOf } from './ruleFindings.ts';
import { library, OTHER_SHA, requirements, SHA } from './projectTexts.ts';

test.each([
  ['different names', library('["idna", "six"]'), []],
  ['the same name in another spelling', library('["My.Pkg>=1", "my_pkg<2"]'), ['warning pyproject.toml:4 my_pkg<2']],
  ['different extras', library('["idna", "idna[x]"]'), []],
  ['the same extras in another order', library('["idna[a,B]", "idna[b,a]"]'), ['warning pyproject.toml:4 idna[b,a]']],
  ['markers that exclude each other', library('["idna<3 ; python_version < \'3.9\'", "idna>=3 ; python_version >= \'3.9\'"]'), []],
  [
    'markers that can both hold',
    library('["idna ; os_name == \'nt\'", "idna ; python_version > \'3.9\'"]'),
    ["warning pyproject.toml:4 idna ; python_version > '3.9'"],
  ],
  [
    'different sections',
    library('["idna"]', '[project.optional-dependencies]\na = ["idna"]\nb = ["idna"]\n[dependency-groups]\ndev = ["idna"]\n'),
    [],
  ],
  ['a requirements file', requirements('idna\n# x\nidna\n'), ['warning requirements.txt:3 idna']],
  ['what an included file names too', { ...requirements('idna\n-r base.txt\n'), 'base.txt': 'idna\n' }, []],
  [
    'a file that is included twice',
    { ...requirements('-r a.txt\n-r b.txt\n'), 'a.txt': '-r base.txt\n', 'b.txt': '-r base.txt\n', 'base.txt': 'idna\n' },
    [],
  ],
  ['files that are installed apart', { ...requirements('idna\n'), 'docs/requirements.txt': 'idna\n' }, []],
  ['a constraint', { ...requirements('-c constraints.txt\nidna\n'), 'constraints.txt': 'idna<4\nidna>2\n' }, []],
  ["uv's constraints", library('[]', '[tool.uv]\nconstraint-dependencies = ["idna<4", "idna>2"]\n'), []],
  [
    "Poetry's alternatives",
    {
      'pyproject.toml':
        '[tool.poetry.dependencies]\nidna = [{ version = "1", python = "<3.9" }, { version = "2", markers = "os_name == \'nt\'" }]\n',
    },
    [],
  ],
  ['what cannot be read', library('["idna=1", "idna=2"]'), []],
])('marks what is named again: %s', (_, texts, expected) => {
  expect(marksOf(duplicate, texts)).toEqual(expected);
});

test('says where', () => {
  expect(findingsOf(duplicate, requirements('\nidna\nidna\n'))).toMatchObject([
    { message: 'idna is named already on line 2. Keep one of the two.' },
  ]);
});

describe('keeps one', () => {
  const hashed = (sha: string) => `idna==3.10 \\\n    --hash=sha256:${sha}\n    # via -r requirements.in\n`;
  test.each([
    ['on one line', library('["idna", "six", "idna"]'), library('["idna", "six"]')],
    ['in the middle', library('["idna", "idna", "six",]'), library('["idna", "six",]')],
    ['on lines', library('[\r\n  "idna>=3", # a\r\n  "idna", # b\r\n]'), library('[\r\n  "idna>=3", # a\r\n]')],
    ['before the bracket', library('[ "idna",\n  "six", # a\n  "idna"]'), library('[ "idna",\n  "six", # a\n  ]')],
    ['with hashes', requirements(`${hashed(SHA)}${hashed(SHA)}six==1\n`), requirements(`${hashed(SHA)}six==1\n`)],
    ['at the end of the file', requirements('idna\nidna'), requirements('idna\n')],
  ])('%s', (_, texts, expected) => {
    const fixed = afterFix(duplicate, texts);
    expect(fixed).toEqual(expected);
    expect(findingsOf(duplicate, fixed)).toEqual([]);
  });

  test('of two that differ, the one a person chooses', () => {
    const texts = requirements(`${hashed(SHA)}${hashed(OTHER_SHA)}`);
    expect(fixTitles(duplicate, texts)).toEqual(['Keep only idna==3.10 on line 1 (review)', 'Keep only idna==3.10 on line 4 (review)']);
    expect(afterFix(duplicate, texts, 'library', 0)).toEqual(requirements(hashed(SHA)));
    expect(afterFix(duplicate, texts, 'library', 1)).toEqual(requirements(hashed(OTHER_SHA)));
  });

  test('without a question where the other says as much', () => {
    expect(fixTitles(duplicate, library('["idna>=3,<4", "idna<4"]'))).toEqual(['Keep only idna>=3,<4 on line 4']);
  });
});

test.each(['\n', '\r\n'])('says nothing of a file in the middle of a merge', lineEnd => {
  const sides = ['<<<<<<< HEAD', 'dependencies = ["idna>=3"]', '=======', 'dependencies = ["idna<2"]', '>>>>>>> other', ''];
  const project = ['[project]', 'name = "demo"', ...sides].join(lineEnd);
  const list = sides.map(line => /"(.*)"/.exec(line)?.[1] ?? line).join(lineEnd);
  expect(marksOf(duplicate, { 'pyproject.toml': project })).toEqual([]);
  expect(marksOf(duplicate, requirements(list))).toEqual([]);
  const withoutMarks = (text: string) => text.replaceAll(/^[<=>]{7}.*$/gm, '#');
  expect(marksOf(duplicate, { 'pyproject.toml': withoutMarks(project) })).toHaveLength(1);
  expect(marksOf(duplicate, requirements(withoutMarks(list)))).toHaveLength(1);
});
