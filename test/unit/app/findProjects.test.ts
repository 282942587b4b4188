import { expect, test } from 'vitest';

import { findProjects } from '../../../src/app/findProjects.ts';
import { memoryFiles } from '../../fakes/memoryFiles.ts';

const project = (lines: string): string => `[project]\n${lines}\n`;

test('lists every project of every folder with name, version and path', async () => {
  const files = memoryFiles({
    '/mono/packages/a/pyproject.toml': project('name = "a"\nversion = "1.0"'),
    '/mono/packages/b/pyproject.toml': project('name = "b"\ndynamic = ["version"]'),
    '/other/pyproject.toml': project('name = "other"\nversion = "2"'),
  });
  expect(await findProjects(files, ['/mono', '/other', '/empty'])).toMatchObject([
    { path: 'packages/a', name: 'a', version: '1.0', problem: null },
    { path: 'packages/b', name: 'b', version: null, problem: null },
    { path: '.', name: 'other', version: '2', problem: null },
  ]);
});

test.each([
  ['broken TOML, with its place', { '/p/pyproject.toml': 'name = demo' }, /^pyproject\.toml:1:\d+: /, 0],
  [
    'settings of other tools only',
    { '/p/pyproject.toml': '[tool.black]\nline-length = 100\n' },
    /no project here|There is no project here/,
    0,
  ],
])('says what is wrong: %s', async (_name, content, problem, line) => {
  const [choice] = await findProjects(memoryFiles(content), ['/p']);
  expect(choice?.problem).toMatch(problem);
  expect(choice?.problemAt?.line).toBe(line);
});

test('a name may stand in setuptools’ own files', async () => {
  const files = memoryFiles({ '/p/pyproject.toml': '[build-system]\nrequires = ["setuptools"]\n', '/p/setup.cfg': '' });
  expect(await findProjects(files, ['/p'])).toMatchObject([{ name: null, problem: null }]);
});
