import { expect, test } from 'vitest';

import { missingBuildSystem } from '../../../../../src/core/checks/build/missingBuildSystem.ts';
import { unreadDocument } from '../../../../../src/core/documents/unreadDocument.ts';
import { wholeFile } from '../../../../../src/core/text/span.ts';
import type { Texts } from '../projectFacts.ts';
import { findingsOf, mended } from '../marksOf.ts';

const project = '[project]\nname = "demo"\nversion = "1"\n';

test.each<[string, Texts]>([
  ['a folder without pyproject.toml', { 'setup.py': '' }],
  ['a build system', { 'pyproject.toml': `${project}[build-system]\nrequires = []\n` }],
  ['an empty one', { 'pyproject.toml': `[build-system]\n${project}` }],
  ['dotted keys', { 'pyproject.toml': `build-system.requires = ["hatchling"]\n${project}` }],
  ['settings of tools only', { 'pyproject.toml': '[tool.ruff]\nline-length = 100\n' }],
  ['a project that has no name yet', { 'pyproject.toml': '[project]\n' }],
  ['no package for uv', { 'pyproject.toml': `${project}[tool.uv]\npackage = false\n` }],
  ['no package for Poetry', { 'pyproject.toml': '[tool.poetry]\nname = "demo"\npackage-mode = false\n' }],
  ['a file that is half typed', { 'pyproject.toml': `${project}[build-system\nrequires = []\n` }],
  ['a file that may hold it where it is broken', { 'pyproject.toml': `${project}dependencies = ["idna` }],
  ['another folder’s project', { 'sub/pyproject.toml': project }],
])('quiet: %s', (_, texts) => {
  expect(findingsOf(missingBuildSystem, texts)).toEqual([]);
});

test('quiet: a file that could not be read', () => {
  const documents = [unreadDocument('pyproject.toml', 'pyproject', 'It is not UTF-8.')];
  expect(findingsOf(missingBuildSystem, { 'setup.py': '' }, { documents })).toEqual([]);
});

test.each<[string, Texts, string]>([
  ['nothing else', { 'pyproject.toml': project }, 'setuptools'],
  ['setup.py alone', { 'pyproject.toml': '[tool.ruff]\n', 'setup.py': '' }, 'setuptools'],
  ['setup.py beside Poetry', { 'pyproject.toml': `${project}[tool.poetry]\n`, 'setup.py': '' }, 'setuptools'],
  ['setup.cfg', { 'pyproject.toml': project, 'setup.cfg': '' }, 'setuptools'],
  ['Poetry', { 'pyproject.toml': '[tool.poetry]\nname = "demo"\n' }, 'poetry-core'],
  ['PDM', { 'pyproject.toml': `${project}[tool.pdm]\ndistribution = true\n` }, 'pdm-backend'],
  ['Hatch', { 'pyproject.toml': `${project}[tool.hatch.envs.default]\ndependencies = []\n` }, 'hatchling'],
  ['Flit', { 'pyproject.toml': `${project}[tool.flit.module]\nname = "demo"\n` }, 'flit-core'],
])('found, and mended for %s', (_, texts, backend) => {
  expect(findingsOf(missingBuildSystem, texts)).toMatchObject([
    { file: 'pyproject.toml', span: wholeFile, fixes: [{ needsReview: true }] },
  ]);
  const after = mended(missingBuildSystem, texts);
  expect(after['pyproject.toml']).toContain(`requires = ["${backend}>=`);
  expect(findingsOf(missingBuildSystem, after)).toEqual([]);
});

const table = '[build-system]\nrequires = ["setuptools>=77.0.3"]\nbuild-backend = "setuptools.build_meta"\n';

test.each([
  ['before the first table', project, `${table}\n${project}`],
  ['behind a byte order mark', `\uFEFF${project}`, `\uFEFF${table}\n${project}`],
  ['with CRLF', project.replaceAll('\n', '\r\n'), `${table}\n${project}`.replaceAll('\n', '\r\n')],
  ['at the end below a comment', `# licence\n${project}`, `# licence\n${project}\n${table}`],
  ['at the end of a last line without an end', `# licence\n${project}`.trimEnd(), `# licence\n${project}\n${table}`],
  ['at the end below keys without a table', 'project.name = "demo"\n', `project.name = "demo"\n\n${table}`],
])('the table is added %s', (_, before, after) => {
  expect(mended(missingBuildSystem, { 'pyproject.toml': before })['pyproject.toml']).toBe(after);
});
