import { expect, test } from 'vitest';

import { unboundedRequires } from '../../../../../src/core/checks/build/unboundedRequires.ts';
import { findingsOf, marksOf, mended } from '../marksOf.ts';

const requires = (list: string) => ({ 'pyproject.toml': `[build-system]\nrequires = [${list}]\nbuild-backend = "b"\n` });

test.each([
  ['none', '', []],
  ['a lower bound', '"hatchling>=1.26"', []],
  ['other kinds of lower bounds', '"a>1", "b~=1.0", "c==1", "d==1.*", "e>=1,<2", "f===1"', []],
  ['a name alone', '"setuptools", "wheel", "Cython~=3.0"', ['setuptools', 'wheel']],
  ['an upper bound', '"a<2", "b<=2", "c!=1.5"', ['a<2', 'b<=2', 'c!=1.5']],
  ['with extras and a marker', `"setuptools-scm[toml] ; python_version > '3'"`, [`setuptools-scm[toml] ; python_version > '3'`]],
  ['an address', '"demo @ https://files.example/demo-1.tar.gz"', []],
  ['what cannot be read', '"=>1", ""', []],
])('%s', (_, list, expected) => {
  expect(marksOf(unboundedRequires, requires(list))).toEqual(expected.map(text => `pyproject.toml:2 ${text}`));
});

test('dependencies of the project are other rules’ concern', () => {
  const texts = {
    'pyproject.toml': '[project]\nname = "demo"\ndependencies = ["idna"]\n[dependency-groups]\ndev = ["pytest"]\n',
    'requirements.txt': 'idna\n',
  };
  expect(findingsOf(unboundedRequires, texts)).toEqual([]);
});

test('what is well known gets a bound', () => {
  const texts = requires('"setuptools", "wheel", "Flit_Core[x] ; extra == \'y\'", "hatchling<2"');
  expect(mended(unboundedRequires, texts)).toEqual(
    requires('"setuptools>=77.0.3", "wheel", "Flit_Core[x]>=3.12 ; extra == \'y\'", "hatchling<2"'),
  );
});

test('it names the package, and is graver at a release', () => {
  expect(findingsOf(unboundedRequires, requires('"Setup_Tools"'))).toMatchObject([{ package: 'setup-tools' }]);
  expect(unboundedRequires).toMatchObject({
    severity: { library: 'info', application: 'info' },
    severityAtRelease: { library: 'warning', application: 'warning' },
  });
});
