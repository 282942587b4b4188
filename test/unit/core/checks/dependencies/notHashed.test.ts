import { expect, test } from 'vitest';

import { notHashed } from '../../../../../src/core/checks/dependencies/notHashed.ts';
import { marksOf } from './ruleFindings.ts';
import { library, requirements, SHA } from './projectTexts.ts';

const HASHED = `idna==3.10 --hash=sha256:${SHA}\n`;

test.each([
  ['hashes', requirements(HASHED), [], []],
  ['none at all', requirements('six==1.16\n'), [], ['warning requirements.txt:1 six==1.16']],
  ['one without', requirements(`${HASHED}six==1.16\n`), ['error requirements.txt:2 six==1.16'], ['error requirements.txt:2 six==1.16']],
  ['one that is not pinned', requirements(`${HASHED}six>=1\n`), ['error requirements.txt:2 six>=1'], ['error requirements.txt:2 six>=1']],
  [
    'the option',
    requirements('--require-hashes\nsix==1.16\n'),
    ['error requirements.txt:2 six==1.16'],
    ['error requirements.txt:2 six==1.16'],
  ],
  [
    'an included file',
    { ...requirements(`-r base.txt\n${HASHED}`), 'base.txt': 'six==1.16\n' },
    ['error base.txt:1 six==1.16'],
    ['error base.txt:1 six==1.16'],
  ],
  [
    'a hash in an included file',
    { ...requirements('-r base.txt\nsix==1.16\n'), 'base.txt': HASHED },
    ['error requirements.txt:2 six==1.16'],
    ['error requirements.txt:2 six==1.16'],
  ],
  [
    'a file that two others include, of which one is hashed',
    { 'requirements-a.txt': '-r base.txt\nattrs==1\n', 'requirements-b.txt': `-r base.txt\n${HASHED}`, 'base.txt': 'six==1.16\n' },
    ['error base.txt:1 six==1.16'],
    ['error base.txt:1 six==1.16', 'warning requirements-a.txt:2 attrs==1'],
  ],
  [
    'a file of its own',
    { ...requirements(HASHED), 'docs/requirements.txt': 'six==1.16\n' },
    [],
    ['warning docs/requirements.txt:1 six==1.16'],
  ],
  [
    'a URL in a hashed file',
    requirements(`${HASHED}six @ https://files.example/six.zip\n`),
    ['error requirements.txt:2 six @ https://files.example/six.zip'],
    ['error requirements.txt:2 six @ https://files.example/six.zip'],
  ],
  ['a URL in another', requirements('six @ https://files.example/six.zip\n'), [], []],
  ['a hash in the URL', requirements(`${HASHED}six @ https://files.example/six.zip#sha256=${SHA}\n`), [], []],
  ['what cannot have one', requirements(`${HASHED}-e .\n./six\nsix @ git+https://git.example/six@v1\n`), [], []],
  ['the same name again', requirements(`${HASHED}idna==3.10\n`), [], []],
  [
    'a hash in a constraint',
    { ...requirements(`-c constraints.txt\nsix==1 --hash=sha256:${SHA}\nidna==3.10\n`), 'constraints.txt': HASHED },
    [],
    [],
  ],
  [
    'a constraint that has one, of a file without',
    { ...requirements('-c constraints.txt\nsix==1\n'), 'constraints.txt': HASHED },
    [],
    ['warning requirements.txt:2 six==1'],
  ],
  ['inputs, constraints and metadata', { ...library('["a==1"]'), 'requirements.in': 'a==1\n', 'constraints.txt': 'a==1\n' }, [], []],
])('asks a requirements file for hashes: %s', (_, texts, inLibrary, inApplication) => {
  expect(marksOf(notHashed, texts, 'library')).toEqual(inLibrary);
  expect(marksOf(notHashed, texts, 'application')).toEqual(inApplication);
});
