import { expect, test } from 'vitest';

import { checkProject, type CheckOptions, type ProjectReport } from '../../../src/app/checkProject.ts';
import { Failure } from '../../../src/core/failure.ts';
import { readNameList } from '../../../src/core/names/nameList.ts';
import { memoryProjectFiles } from '../../fakes/memoryProjectFiles.ts';

const options: CheckOptions = {
  profile: 'auto',
  pinning: 'advice',
  occasion: 'writing',
  ownVersion: '0.1.0',
  now: 0,
  gather: null,
  names: async () => readNameList('2026-04-01\n'),
  only: null,
};
const LIBRARY =
  '[build-system]\nrequires = ["hatchling>=1.26"]\nbuild-backend = "hatchling.build"\n\n[project]\nname = "demo"\nversion = "1.0"\n';

test('a good project has nothing wrong', async () => {
  expect(await check({ 'pyproject.toml': LIBRARY })).toMatchObject({
    folder: '/p',
    pyproject: { facts: { name: 'demo', version: '1.0' } },
    profile: { profile: 'library', reason: 'it has a build system' },
    findings: [],
    suppressed: [],
  });
});

test('a folder without pyproject.toml is a project too', async () => {
  expect(await check({ 'app.py': '' })).toMatchObject({ pyproject: null, profile: { profile: 'application' }, findings: [] });
});

test('the files beside decide the profile', async () => {
  expect((await check({ 'setup.py': '' })).profile.profile).toBe('library');
});

test('a chosen profile is not worked out', async () => {
  expect((await check({}, { profile: 'library' })).profile).toEqual({ profile: 'library', reason: 'chosen' });
});

test.each([
  ['broken', '[', 'toml/syntax'],
  ['no text', { problem: 'This file is not UTF-8.' }, 'toml/syntax'],
])('a pyproject.toml that is %s is a finding and no failure', async (_, content, rule) => {
  const { findings } = await check({ 'pyproject.toml': content });
  expect(findings.map(finding => [finding.rule, finding.severity, finding.file])).toEqual([[rule, 'error', 'pyproject.toml']]);
});

test('a requirements file that is no text is a finding', async () => {
  const { findings } = await check({ 'requirements.txt': { problem: 'It cannot be decoded.' } });
  expect(findings).toMatchObject([{ rule: 'dep/invalid-requirement', message: 'It cannot be decoded.' }]);
});

test('a chapter of a manual is no requirements file, whatever its name', async () => {
  const chapter = 'Constraints\n===========\n\nA constraint is a rule that the database keeps.\n';
  expect((await check({ 'docs/ref/constraints.txt': chapter })).documents).toEqual([]);
  expect((await check({ 'docs/requirements.txt': 'sphinx==9.0\n' })).documents).toHaveLength(1);
});

test('the lock of a workspace covers its members, and is theirs to mend who own it', async () => {
  const lock =
    '[manifest]\nmembers = ["demo", "root"]\n\n[[package]]\nname = "idna"\nversion = "3.10"\nsource = { registry = "https://index.example/simple" }\n';
  const files = {
    '/p/uv.lock': `version = 1\n\n${lock}`,
    '/p/apps/demo/pyproject.toml': '[project]\nname = "Demo"\nversion = "1"\ndependencies = ["idna>=3"]\n[tool.uv]\npackage = false\n',
  };
  const report = await checkProject(memoryProjectFiles(files), '/p/apps/demo', options, new AbortController().signal);
  expect([report.profile.profile, report.findings.map(({ rule }) => rule)]).toEqual(['application', []]);
  const alone = { ...files, '/p/uv.lock': `version = 1\n\n${lock.replace('demo', 'other')}` };
  const { findings } = await checkProject(memoryProjectFiles(alone), '/p/apps/demo', options, new AbortController().signal);
  expect(findings.map(({ rule }) => rule)).toContain('lock/missing');
});

test('a version that is not ours is told', async () => {
  const { findings } = await check({ 'pyproject.toml': `${LIBRARY}[tool.countersign]\nrequired-version = ">=2"` });
  expect(findings).toMatchObject([{ rule: 'config/invalid', severity: 'error' }]);
});

test('what a suppression silences is set apart, with its reason', async () => {
  const text = LIBRARY.replace('name =', 'dependencies = ["idna"] # countersign: ignore[dep/no-lower-bound] any will do\nname =');
  const { findings, suppressed } = await check({ 'pyproject.toml': text });
  expect([findings, suppressed]).toMatchObject([[], [{ rule: 'dep/no-lower-bound', reason: 'any will do' }]]);
});

test('of one file, what it includes is told, and what stands beside it is not', async () => {
  const files = { 'requirements.txt': '-r base.txt\n', 'base.txt': 'idna\n', 'requirements-dev.txt': 'pytest\n' };
  const report = await check(files, { only: 'requirements.txt' });
  expect(report.documents.map(({ file }) => file)).toEqual(['requirements.txt', 'base.txt']);
  expect(new Set(report.findings.map(({ file }) => file))).toEqual(new Set(['base.txt']));
});

test('the same file in several ways is read once, a cycle too', async () => {
  const files = { 'requirements.txt': '-r base.txt\n-c base.txt\n', 'base.txt': '-r requirements.txt\n' };
  expect((await check(files)).documents.map(({ file }) => file).toSorted()).toEqual(['base.txt', 'requirements.txt']);
});

test('what the indexes tell is judged, and what they do not is said', async () => {
  const online = await check(
    { 'requirements.txt': 'idna==3.10\n' },
    { gather: async () => ({ index: { missing: 'no answer' }, unanswered: [] }) },
  );
  expect(online.skipped).toContainEqual({ rule: 'dep/yanked', reason: 'no answer' });
  expect((await check({})).skipped).toContainEqual({ rule: 'dep/yanked', reason: 'offline' });
});

test('names are compared with the list that is handed in; without it the rule is skipped', async () => {
  const names = async () => readNameList('2026-04-01\nrequests\n');
  const files = { 'requirements.in': 'reqeusts\n' };
  expect((await check(files, { names })).findings).toContainEqual(
    expect.objectContaining({ rule: 'dep/typosquat', message: expect.stringContaining('"requests"') as string }),
  );
  const broken = await check(files, { names: () => Promise.reject(new Failure('files-unreadable', 'x')) });
  expect(broken.skipped).toContainEqual({ rule: 'dep/typosquat', reason: 'the list of names cannot be read' });
});

test('a file that cannot be opened is a failure', async () => {
  const files = {
    ...memoryProjectFiles({ '/p/pyproject.toml': '' }),
    readDocument: () => Promise.reject(new Failure('files-unreadable', 'x')),
  };
  await expect(checkProject(files, '/p', options, new AbortController().signal)).rejects.toThrow(Failure);
});

function check(
  contents: Readonly<Record<string, string | { readonly problem: string }>>,
  over: Partial<CheckOptions> = {},
): Promise<ProjectReport> {
  const placed = Object.fromEntries(Object.entries(contents).map(([name, content]) => [`/p/${name}`, content]));
  return checkProject(memoryProjectFiles(placed), '/p', { ...options, ...over }, new AbortController().signal);
}
