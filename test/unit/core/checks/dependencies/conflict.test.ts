import { expect, test } from 'vitest';

import { conflict } from '../../../../../src/core/checks/dependencies/conflict.ts';
import { findingsOf, marksOf } from './ruleFindings.ts';
import { library, requirements } from './projectTexts.ts';

test.each([
  ['bounds that fit', library('["idna>=3", "idna<4"]'), []],
  ['two pins', library('["idna==3.9", "idna==3.10"]'), ['warning pyproject.toml:4 idna==3.10']],
  ['the same pin', library('["idna==3.10", "idna==3.10.0"]'), []],
  ['one that excludes itself', library('["idna>=4,<3"]'), ['warning pyproject.toml:4 idna>=4,<3']],
  ['other extras', library('["idna<3", "idna[x]>=3"]'), ['warning pyproject.toml:4 idna[x]>=3']],
  ['markers that exclude each other', library('["idna<3 ; os_name == \'nt\'", "idna>=3 ; os_name != \'nt\'"]'), []],
  ['other sections', library('["idna<3"]', '[dependency-groups]\ndev = ["idna>=3"]\n'), []],
  ['an included file', { ...requirements('-r base.txt\nidna>3\n'), 'base.txt': 'idna<3\n' }, ['warning requirements.txt:2 idna>3']],
  [
    'a wheel of another release than the pin',
    requirements('idna @ https://files.example/idna-3.10-py3-none-any.whl\nidna==3.9\n'),
    ['warning requirements.txt:2 idna==3.9'],
  ],
  ['a wheel of the release that is pinned', requirements('idna @ https://files.example/idna-3.10-py3-none-any.whl\nidna==3.10\n'), []],
  [
    'constraints among themselves',
    { 'constraints.txt': 'idna==3.10\nidna==3.9\nsix>2,<1\n' },
    ['warning constraints.txt:3 six>2,<1', 'warning constraints.txt:2 idna==3.9'],
  ],
  [
    'a constraint',
    { ...requirements('idna>3\n-c constraints.txt\n'), 'constraints.txt': 'idna<3\n' },
    ['warning requirements.txt:1 idna>3'],
  ],
  ['a constraint of another file', { ...requirements('idna>3\n'), 'constraints.txt': 'idna<3\n' }, []],
])('marks what no version can be: %s', (_, texts, expected) => {
  expect(marksOf(conflict, texts)).toEqual(expected);
});

test.each([
  [library('["idna<3", "idna>=3"]'), 'No version of idna can be both >=3 and <3 on line 4.'],
  [library('["idna<3,>=3"]'), 'No version of idna can be <3,>=3.'],
])('says why', (texts, message) => {
  expect(findingsOf(conflict, texts)).toMatchObject([{ message, package: 'idna' }]);
});

test.each(['\n', '\r\n'])('says nothing of a file in the middle of a merge', lineEnd => {
  const sides = ['<<<<<<< HEAD', 'dependencies = ["idna>=3"]', '=======', 'dependencies = ["idna<2"]', '>>>>>>> other', ''];
  const project = ['[project]', 'name = "demo"', ...sides].join(lineEnd);
  const list = sides.map(line => /"(.*)"/.exec(line)?.[1] ?? line).join(lineEnd);
  expect(marksOf(conflict, { 'pyproject.toml': project })).toEqual([]);
  expect(marksOf(conflict, requirements(list))).toEqual([]);
  const withoutMarks = (text: string) => text.replaceAll(/^[<=>]{7}.*$/gm, '#');
  expect(marksOf(conflict, { 'pyproject.toml': withoutMarks(project) })).toHaveLength(1);
  expect(marksOf(conflict, requirements(withoutMarks(list)))).toHaveLength(1);
});
