import { expect, test } from 'vitest';

import { checkProject, type CheckOptions } from '../../../src/app/checkProject.ts';
import type { Files } from '../../../src/app/ports.ts';
import { Failure } from '../../../src/core/failure.ts';

const options: CheckOptions = { profile: 'auto', offline: false, ownVersion: '0.1.0' };

test('a good project has nothing wrong', async () => {
  const report = await checkProject(filesOf({ 'pyproject.toml': '[project]\nname = "demo"\nversion = "1.0"\n' }), '/p', options);
  expect(report).toMatchObject({
    folder: '/p',
    pyproject: { facts: { name: 'demo', version: '1.0' } },
    profile: { profile: 'library', reason: 'it has a name and a version' },
    findings: [],
    skipped: [],
  });
});

test('a folder without pyproject.toml is a project too', async () => {
  const report = await checkProject(filesOf({ 'app.py': '' }), '/p', options);
  expect(report).toMatchObject({ pyproject: null, profile: { profile: 'application' }, findings: [] });
});

test('the files beside decide the profile', async () => {
  expect((await checkProject(filesOf({ 'setup.py': '' }), '/p', options)).profile.profile).toBe('library');
});

test('a chosen profile is not worked out', async () => {
  const files = { ...filesOf({}), listRegularFiles: () => Promise.reject(new Error('not scripted')) };
  const report = await checkProject(files, '/p', { ...options, profile: 'library' });
  expect(report.profile).toEqual({ profile: 'library', reason: 'chosen' });
});

test('a broken file is a finding and no failure', async () => {
  const { findings } = await checkProject(filesOf({ 'pyproject.toml': '[' }), '/p', options);
  expect(findings).toMatchObject([{ rule: 'toml/syntax', severity: 'error', file: 'pyproject.toml' }]);
});

test('a version that is not ours is told', async () => {
  const { findings } = await checkProject(filesOf({ 'pyproject.toml': '[tool.countersign]\nrequired-version = ">=2"' }), '/p', options);
  expect(findings).toMatchObject([{ rule: 'config/invalid', severity: 'error' }]);
});

test('a file that cannot be read is a failure', async () => {
  const files = { ...filesOf({}), readText: () => Promise.reject(new Failure('files-unreadable', 'x')) };
  await expect(checkProject(files, '/p', options)).rejects.toThrow(Failure);
});

function filesOf(contents: Readonly<Record<string, string>>): Pick<Files, 'readText' | 'listRegularFiles'> {
  return {
    readText: path => Promise.resolve(contents[path.replace('/p/', '')] ?? null),
    listRegularFiles: folder => Promise.resolve(folder === '/p' ? Object.keys(contents) : []),
  };
}
