import { expect, test } from 'vitest';

import { lockMissing } from '../../../../../src/core/checks/lock/lockMissing.ts';
import { marksOf } from '../dependencies/ruleFindings.ts';
import type { Texts } from '../projectFacts.ts';
import { application, SHA, uvLock } from './lockTexts.ts';

test.each<[string, Texts, readonly string[]]>([
  ['no dependencies', application('[]'), []],
  ['dependencies', application('["a>=1", "b==1"]'), ['warning pyproject.toml:1 ']],
  ['an extra', application('[]', '[project.optional-dependencies]\nx = ["a"]\n'), ['warning pyproject.toml:1 ']],
  ['build requirements alone', application('[]', '[build-system]\nrequires = ["a"]\n'), []],
  ['a lock', { ...application('["a"]'), ...uvLock() }, []],
  ['a lock of an unknown format', { ...application('["a"]'), 'uv.lock': 'version = 9' }, []],
  ['a requirements file that pins all', { ...application('["a"]'), 'requirements.txt': `a==1 --hash=sha256:${SHA}\n` }, []],
  ['a requirements file that does not', { ...application('["a"]'), 'requirements.txt': 'a\n' }, ['warning pyproject.toml:1 ']],
  ['a requirements file alone', { 'requirements.txt': 'a\n' }, []],
  ['a Pipfile', { Pipfile: '[packages]\na = "*"\n' }, ['warning Pipfile:1 ']],
  ['a member of a workspace', application('["a"]', '[tool.uv.sources]\na = { workspace = true }\n'), []],
  [
    'its root',
    application('["a"]', '[tool.uv.sources]\na = { workspace = true }\n[tool.uv.workspace]\nmembers = ["a"]\n'),
    ['warning pyproject.toml:1 '],
  ],
])('lock/missing: %s', (_, texts, expected) => {
  expect(marksOf(lockMissing, texts, 'application')).toEqual(expected);
});

test('lock/missing is never asked of a library', () => {
  expect(lockMissing.severity.library).toBe('off');
});
