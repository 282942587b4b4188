import { readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';

import { discardEnvironments, ensureEnvironment, type EnvironmentOptions } from '../../../src/node/managedEnvironment.ts';
import { environmentDigest } from '../../../src/system/environmentDigest.ts';
import { testEnvironment } from './managedEnvironment.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const signal = new AbortController().signal;

async function options(lock: string): Promise<EnvironmentOptions> {
  const folder = await temporaryFolder();
  await writeFile(join(folder, 'lock'), lock);
  const log = { info: () => undefined, failure: () => undefined };
  return {
    folder: join(folder, 'environments'),
    lock: join(folder, 'lock'),
    pythonPath: () => null,
    log,
    progress: { report: () => undefined },
  };
}

test('what was installed is read-only, runs twine, and has the digest that was taken', { timeout: 120_000 }, async () => {
  const { folder, python, digest } = await testEnvironment();
  const files = (await readdir(folder, { recursive: true, withFileTypes: true })).filter(entry => entry.isFile());
  expect(files.length).toBeGreaterThan(1_000);
  for (const entry of files) expect((await stat(join(entry.parentPath, entry.name))).mode & 0o222).toBe(0);
  expect(await environmentDigest(folder)).toBe(digest);
  expect(python.startsWith(folder)).toBe(true);
});

test('is made once, again after a half installation, and again after it was discarded', { timeout: 120_000 }, async () => {
  const made = await options('# nothing\n');
  const first = await ensureEnvironment(made, signal);
  const age = async (): Promise<number> => (await stat(first.folder)).birthtimeMs;
  const born = await age();
  await ensureEnvironment(made, signal);
  expect(await age()).toBe(born);
  await rm(`${first.folder}.json`);
  await ensureEnvironment(made, signal);
  expect(await age()).toBeGreaterThan(born);
  await discardEnvironments(made.folder);
  expect((await ensureEnvironment(made, signal)).folder).toBe(first.folder);
});

test('a package whose hash is another ends the installation', { timeout: 120_000 }, async () => {
  const failed = ensureEnvironment(await options(`six==1.17.0 --hash=sha256:${'0'.repeat(64)}`), signal);
  await expect(failed).rejects.toMatchObject({ code: 'environment-install-failed' });
});

test('without a network it says so', { timeout: 120_000 }, async () => {
  vi.stubEnv('HTTPS_PROXY', 'http://127.0.0.1:9');
  vi.stubEnv('PIP_INDEX_URL', 'https://index.invalid/simple/');
  const failed = ensureEnvironment(await options('six==1.17.0 --hash=sha256:' + '0'.repeat(64)), signal);
  await expect(failed).rejects.toMatchObject({ code: 'environment-no-network' });
  vi.unstubAllEnvs();
});
