import { expect, test } from 'vitest';

import { invalidRequirement } from '../../../../../src/core/checks/dependencies/invalidRequirement.ts';
import { afterFix, findingsOf, marksOf } from './ruleFindings.ts';
import { library, requirements } from './projectTexts.ts';

test.each([
  ['good ones', library('["idna>=3", "requests[socks] ; python_version > \'3.9\'"]'), []],
  ['an operator that is none', library('["idna", "six=>1"]'), ['error pyproject.toml:4 =>']],
  ['in a requirements file', requirements('six\nidna=3.10\n'), ['error requirements.txt:2 =']],
  ['in a group', library('[]', '[dependency-groups]\ndev = ["idna=3"]'), ['error pyproject.toml:6 =']],
])('marks what no installer reads: %s', (_, texts, expected) => {
  expect(marksOf(invalidRequirement, texts)).toEqual(expected);
});

test.each([
  ['=>', '["six=>1"]', '["six>=1"]'],
  ['=', "['six=1']", "['six==1']"],
])('repairs %s', (_, written, repaired) => {
  const fixed = afterFix(invalidRequirement, library(written));
  expect(fixed).toEqual(library(repaired));
  expect(marksOf(invalidRequirement, fixed)).toEqual([]);
});

test('foretells a refusal by PyPI only for what is published', () => {
  const texts = { ...library('["six=1"]', '[dependency-groups]\ndev = ["idna=3"]'), ...requirements('attrs=1\n') };
  expect(findingsOf(invalidRequirement, texts).map(({ package: name, rejection }) => [name, rejection])).toEqual([
    ['six', 'C8'],
    ['idna', undefined],
    ['attrs', undefined],
  ]);
});
