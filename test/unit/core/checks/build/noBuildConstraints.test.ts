import { expect, test } from 'vitest';

import { noBuildConstraints } from '../../../../../src/core/checks/build/noBuildConstraints.ts';
import { marksOf } from '../marksOf.ts';

const pyproject = '[project]\nname = "demo"\n[build-system]\nrequires = ["hatchling"]\n';
const digest = 'a'.repeat(64);

test.each([
  ['no build system', { 'pyproject.toml': '[project]\nname = "demo"\n' }, []],
  ['no pyproject.toml', { 'setup.py': '' }, []],
  ['no constraints', { 'pyproject.toml': pyproject }, ['pyproject.toml:4 ["hatchling"]']],
  ['no requirements either', { 'pyproject.toml': '[build-system]\nbuild-backend = "b"\n' }, ['pyproject.toml:1 [build-system]']],
  ['constraints with hashes', { 'pyproject.toml': pyproject, 'build-constraints.txt': `hatchling==1.27.0 --hash=sha256:${digest}\n` }, []],
  [
    'constraints that are a wheel with a hash',
    { 'pyproject.toml': pyproject, 'build-constraints.txt': `demo @ https://files.example/demo-1-py3-none-any.whl#sha256=${digest}\n` },
    [],
  ],
  [
    'constraints without',
    { 'pyproject.toml': pyproject, 'build-constraints.txt': 'hatchling==1.27.0\npackaging==24.2\n' },
    ['build-constraints.txt:1 '],
  ],
])('%s', (_, texts, expected) => {
  expect(marksOf(noBuildConstraints, texts)).toEqual(expected);
});

test('it is off while you write, and information at a release', () => {
  expect(noBuildConstraints).toMatchObject({
    severity: { library: 'off', application: 'off' },
    severityAtRelease: { library: 'info', application: 'info' },
  });
});
