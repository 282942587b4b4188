import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import type { BuiltInIndex } from '../../scripts/lib/builtInIndex.mjs';
import { addresses } from '../../src/core/indexes/addresses.ts';
import { findPython } from '../../src/node/findPython.ts';
import { carelessWheel, naiveTwine } from './support/naiveTwine.ts';
import { plant, type Plants } from './support/plants.ts';
import { startPublicIndexProxy, type PublicIndexProxy } from './support/publicIndexProxy.ts';
import { sampleProcesses } from './support/secretSampler.ts';
import { addKey } from './support/securityKeys.ts';
import { openStage, type Stage } from './support/stage.ts';

let stage: Stage;
let proxy: PublicIndexProxy;
let plants: Plants;
let own: string;

beforeAll(async () => {
  own = await mkdtemp(join(tmpdir(), 'countersign-public-'));
  const planted = join(own, 'planted');
  await cp(join(import.meta.dirname, '../fixtures/quick'), planted, { recursive: true });
  const { executable } = await findPython(null, new AbortController().signal);
  plants = await plant(planted, own, executable);
  stage = await openStage({ folder: planted, environment });
});
afterEach(() => stage.clear());
afterAll(async () => {
  await stage.close();
  await Promise.all([proxy.stop(), plants.stop()]);
  await rm(own, { recursive: true, force: true });
});

async function environment(index: BuiltInIndex): Promise<NodeJS.ProcessEnv> {
  proxy = await startPublicIndexProxy(index.webUrl, own);
  return { ...plants.environment, HTTPS_PROXY: proxy.url, SSL_CERT_FILE: proxy.authorityFile, REQUESTS_CA_BUNDLE: proxy.authorityFile };
}

async function mintFor(index: 'pypi' | 'testpypi'): Promise<string> {
  const { token } = (await stage.index.control('/mint', { location: addresses[index].tokenLocation })) as { token: string };
  return token;
}

test('a token of TestPyPI is stopped on the page of PyPI, and PyPI needs a factor', async () => {
  const approval = await stage.openApproval('Countersign: Publish to PyPI');
  await approval.pasteToken(await mintFor('testpypi'));
  await approval.problem(/TestPyPI/);
  expect(await approval.page.getByRole('button', { name: 'Approve', exact: true }).count()).toBe(0);
  await approval.press('Refuse');
  await stage.notification('you refused the release');
});

test('a release to PyPI: the token shows up nowhere, and no trap works', async () => {
  await stage.bump();
  const token = await mintFor('pypi');
  const approval = await stage.openApproval('Countersign: Publish to PyPI');
  await addKey(approval.page, 'ctap2');
  await approval.press('Set up a security key');
  const sampler = sampleProcesses(token);
  await approval.pasteToken(token);
  await approval.press('Approve with a security key');
  await approval.heading('Published and verified');
  await stage.notification(/is on PyPI\. Both files are verified by hash\./);
  const seen = await sampler.finish([dirname(stage.folder), own]);
  expect(seen).toEqual([]);
  expect(sampler.samples()).toBeGreaterThan(500);
  expect(await plants.sprung()).toEqual([]);
  const { readUrl, uploadUrl } = addresses.pypi;
  expect(proxy.asked).toEqual(expect.arrayContaining([new URL(readUrl).hostname, new URL(uploadUrl).hostname]));
  expect((await stage.held()).size).toBe(2);
});

test('a release to TestPyPI may go without a factor', async () => {
  await stage.bump();
  const approval = await stage.openApproval('Countersign: Publish to TestPyPI');
  await approval.pasteToken(await mintFor('testpypi'));
  await approval.press('Approve');
  await approval.heading('Published and verified');
});

test('the proof of the proofs: a careless run shows the token, and springs every trap', async () => {
  const token = await mintFor('pypi');
  const artifact = await carelessWheel(stage.folder);
  const sampler = sampleProcesses(token);
  await plants.forget();
  const careless = { ...plants.environment, TWINE_PASSWORD: token };
  await new Promise(resolve => execFile('python3', ['-c', ''], { cwd: stage.folder, env: careless }, resolve));
  await naiveTwine(stage.folder, [artifact], careless);
  await rm(join(stage.folder, 'twine.py'));
  await naiveTwine(stage.folder, [artifact], careless);
  await rm(join(stage.folder, 'requests.py'));
  await naiveTwine(stage.folder, [artifact], careless);
  expect((await sampler.finish([])).map(sighting => sighting.place.replace(/\d+/, 'N'))).toContain('/proc/N/environ');
  expect(await plants.sprung()).toEqual(['.python-version', 'requests.py', 'sitecustomize.py', 'twine.py', 'false index']);
});
