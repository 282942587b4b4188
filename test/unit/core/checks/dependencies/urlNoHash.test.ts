import { expect, test } from 'vitest';

import { urlNoHash } from '../../../../../src/core/checks/dependencies/urlNoHash.ts';
import { marksOf } from './ruleFindings.ts';
import { library, requirements, SHA } from './projectTexts.ts';

const URL_ONLY = 'six @ https://files.example/six.zip';
const LOCK = `version = 1\n\n[[package]]\nname = "six"\nversion = "1"\nsource = { url = "https://files.example/six.zip" }\nsdist = { hash = "sha256:${SHA}" }\n`;

test.each([
  ['a hash', requirements(`${URL_ONLY}#sha256=${SHA}\n`), []],
  ['a hash option', requirements(`${URL_ONLY} --hash=sha256:${SHA}\n`), []],
  ['none', requirements(`${URL_ONLY}\n`), [`warning requirements.txt:1 ${URL_ONLY}`]],
  ['a bare address', requirements('https://files.example/six.zip\n'), ['warning requirements.txt:1 https://files.example/six.zip']],
  ['in a group', library('[]', `[dependency-groups]\ndev = ["${URL_ONLY}"]\n`), [`warning pyproject.toml:6 ${URL_ONLY}`]],
  ['in build requirements', library('[]', `[build-system]\nrequires = ["${URL_ONLY}"]\n`), [`warning pyproject.toml:6 ${URL_ONLY}`]],
  ['in an input', { 'requirements.in': `${URL_ONLY}\n` }, []],
  ['in constraints', { 'constraints.txt': `${URL_ONLY}\n` }, []],
  [
    'in constraints with hashes',
    { 'constraints.txt': `${URL_ONLY}\na==1 --hash=sha256:${SHA}\n` },
    [`warning constraints.txt:1 ${URL_ONLY}`],
  ],
  ['a checkout or a path', requirements('six @ git+https://git.example/six@v1\n./six.zip\n'), []],
  ['held by a lock', { ...library(`["${URL_ONLY}"]`), 'uv.lock': LOCK }, []],
])('a URL: %s', (_, texts, expected) => {
  expect(marksOf(urlNoHash, texts)).toEqual(expected);
});
