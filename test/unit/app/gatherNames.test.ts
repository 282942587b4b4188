import { expect, test } from 'vitest';

import { gatherNames } from '../../../src/app/gatherNames.ts';
import { Failure } from '../../../src/core/failure.ts';
import { readNameList } from '../../../src/core/names/nameList.ts';
import { projectFacts } from '../core/checks/projectFacts.ts';

const list = readNameList('2026-04-01\nrequests\n');
const { documents: naming } = projectFacts({ 'requirements.txt': 'idna\n' }).document;
const { documents: silent } = projectFacts({ 'pyproject.toml': '[project]\nname = "demo"\n', 'requirements.txt': '# none\n' }).document;

test('the list is what the loader gives', async () => {
  expect(await gatherNames(async () => list, naming)).toEqual({ fact: list });
});

test('it is not read for a project that names nothing', async () => {
  const load = () => Promise.reject(new Error('it was read'));
  expect(await gatherNames(load, silent)).toMatchObject({ fact: { names: [] } });
});

test('without it the other rules go on, and a bug is no missing list', async () => {
  const broken = () => Promise.reject(new Failure('files-unreadable', 'x'));
  expect(await gatherNames(broken, naming)).toEqual({ missing: 'the list of names cannot be read' });
  await expect(gatherNames(() => Promise.reject(new Error('a bug')), naming)).rejects.toThrow('a bug');
});
