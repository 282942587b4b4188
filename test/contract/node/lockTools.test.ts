import { chmod, cp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

import { afterEach, expect, test, vi } from 'vitest';

import { findPython } from '../../../scripts/lib/findPython.mjs';
import { lockAgain } from '../../../src/app/lockAgain.ts';
import { LiveProject } from '../../../src/app/liveProject.ts';
import { readProject } from '../../../src/app/readProject.ts';
import { Cancelled } from '../../../src/core/failure.ts';
import type { LockingTool } from '../../../src/core/locks/lockingTool.ts';
import { lockTools } from '../../../src/node/lockTools.ts';
import { projectFiles } from '../../../src/node/projectFiles.ts';
import { realUv } from './realUv.ts';
import { temporaryFolder } from './temporaryFolder.ts';

afterEach(() => vi.unstubAllEnvs());

const never = new AbortController().signal;
const uv: LockingTool = { program: 'uv', args: ['lock'], folder: '', environment: { GIVEN: 'yes' } };

test('a real uv locks a copy again, and leaves the project alone', async () => {
  vi.stubEnv('PATH', [await realUv(), dirname((await findPython()).executable), process.env['PATH'] ?? ''].join(delimiter));
  const folder = await temporaryFolder();
  await cp(join(import.meta.dirname, '../../fixtures/relock'), folder, { recursive: true });
  const project = new LiveProject(await readProject(projectFiles, folder));
  const before = project.text('uv.lock');
  const made = await lockAgain(lockTools, project, 'uv.lock', never);
  expect(made).toMatchObject({ kind: 'locked', program: 'uv', before });
  expect('text' in made ? made.text : '').not.toContain('idna');
  expect((await readProject(projectFiles, folder)).locks.map(({ text }) => text)).toEqual([before]);
  expect((await readdir(folder)).toSorted()).toEqual(['pyproject.toml', 'uv.lock']);
});

test('the tool runs in a folder with nothing but the copies, and no secrets around it', async () => {
  vi.stubEnv('UPLOAD_TOKEN', 'secret');
  await standIn('pwd > out; find . -type f | sort >> out; env >> out; mv out made.lock');
  const files = new Map([
    ['pyproject.toml', ''],
    ['parts/requirements.txt', ''],
    ['../outside.txt', ''],
  ]);
  const made = await lockTools.run({ tool: uv, files, output: 'made.lock' }, never);
  const lines = 'text' in made ? made.text.split('\n') : [];
  expect(lines.slice(1, 4)).toEqual(['./out', './parts/requirements.txt', './pyproject.toml']);
  expect(lines).toContain('GIVEN=yes');
  expect(lines.join('\n')).not.toContain('secret');
  expect(await readdir(tmpdir())).not.toContain(lines[0]?.split('/').at(-1));
});

test('it runs where its paths start from', async () => {
  await standIn('cat here.txt > made.txt');
  const files = new Map([['parts/here.txt', 'found']]);
  expect(await lockTools.run({ tool: { ...uv, folder: 'parts' }, files, output: 'parts/made.txt' }, never)).toEqual({ text: 'found' });
});

test.each([
  ['ends badly', 'echo "error: no way" >&2; exit 2', 'uv could not lock again: error: no way'],
  ['writes nothing', 'exit 0', 'uv has ended well, and written no uv.lock.'],
])('a tool that %s is a problem', async (_, script, problem) => {
  await standIn(script);
  expect(await lockTools.run({ tool: uv, files: new Map(), output: 'uv.lock' }, never)).toEqual({ problem });
});

test('a tool that is not there is a problem', async () => {
  vi.stubEnv('PATH', await temporaryFolder());
  const made = await lockTools.run({ tool: uv, files: new Map(), output: 'uv.lock' }, never);
  expect(made).toEqual({ problem: 'uv wrote this file, and is not on the PATH of VS Code. Install it, or add it to PATH.' });
});

test('a cancel ends the tool', async () => {
  await standIn('sleep 60');
  const cancel = new AbortController();
  const running = lockTools.run({ tool: uv, files: new Map(), output: 'uv.lock' }, cancel.signal);
  setTimeout(() => cancel.abort(new Cancelled()), 300);
  await expect(running).rejects.toThrow(Cancelled);
});

/** A program of that name, first on the PATH. */
async function standIn(script: string): Promise<void> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'uv'), `#!/bin/sh\n${script}\n`);
  await chmod(join(folder, 'uv'), 0o755);
  vi.stubEnv('PATH', `${folder}${delimiter}${process.env['PATH'] ?? ''}`);
}
