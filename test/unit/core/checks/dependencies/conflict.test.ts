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
