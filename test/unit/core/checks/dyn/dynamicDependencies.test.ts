import { expect, test } from 'vitest';

import { dynamicDependencies } from '../../../../../src/core/checks/dyn/dynamicDependencies.ts';
import { findingsOf, marksOf } from '../marksOf.ts';

const dynamic = (rest: string, list = '"dependencies"') => ({ 'pyproject.toml': `[project]\nname = "demo"\ndynamic = [${list}]\n${rest}` });

test.each([
  ['nothing dynamic', { 'pyproject.toml': '[project]\nname = "demo"\n' }, []],
  ['another field', dynamic('', '"version"'), []],
  ['both', dynamic('', '"version", "dependencies", "optional-dependencies"'), ['"dependencies"', '"optional-dependencies"']],
  ['a text in place of a list', { 'pyproject.toml': '[project]\ndynamic = "dependencies"\n' }, []],
  ['no pyproject.toml', {}, []],
])('%s', (_, texts, expected) => {
  expect(marksOf(dynamicDependencies, texts)).toEqual(expected.map(text => `pyproject.toml:3 ${text}`));
});

test.each([
  ['setuptools, a file', dynamic('[tool.setuptools.dynamic]\ndependencies = { file = "requirements.in" }\n'), 'requirements.in'],
  ['setuptools, files', dynamic('[tool.setuptools.dynamic]\ndependencies = { file = ["a.txt", "b.txt"] }\n'), 'a.txt, b.txt'],
  ['setuptools, a table', dynamic('[tool.setuptools.dynamic.dependencies]\nfile = ["a.txt"]\n'), 'a.txt'],
  ['setuptools, many', dynamic('[tool.setuptools.dynamic]\ndependencies.file = ["a", "b", "c", "d"]\n'), 'a, b and 2 more files'],
  ['Hatch’s hook', dynamic('[tool.hatch.metadata.hooks.requirements_txt]\nfiles = ["requirements.txt"]\n'), 'requirements.txt'],
  ['Hatch’s own hook', dynamic('[tool.hatch.metadata.hooks.custom]\n'), 'hatch_build.py'],
  ['Hatch’s own hook elsewhere', dynamic('[tool.hatch.metadata.hooks.custom]\npath = "tools/hook.py"\n'), 'tools/hook.py'],
  ['setup.py', { ...dynamic(''), 'setup.py': '' }, 'setup.py'],
  ['setup.cfg', { ...dynamic(''), 'setup.cfg': '' }, 'setup.cfg'],
  ['a name with hidden letters', dynamic('[tool.setuptools.dynamic]\ndependencies = { file = "a\\u202eb" }\n'), 'a\\u{202e}b'],
])('they come from there: %s', (_, texts, origin) => {
  expect(findingsOf(dynamicDependencies, texts).map(({ message }) => message)).toEqual([`The dependencies come from ${origin}.`]);
});

test.each([
  [
    'extras',
    dynamic('[tool.setuptools.dynamic]\noptional-dependencies.dev = { file = "dev.txt" }\n', '"optional-dependencies"'),
    'The optional dependencies come from dev.txt.',
  ],
  ['nothing says where', dynamic(''), 'The dependencies are worked out by the build, so they are not checked here.'],
])('%s', (_, texts, message) => {
  expect(findingsOf(dynamicDependencies, texts).map(finding => finding.message)).toEqual([message]);
});
