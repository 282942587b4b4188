import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { appendFile, chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { CountersignMessage, HostMessage, StartMessage } from '../../../src/core/messages/brokerMessages.ts';
import { routes, type PageProblem } from '../../../src/core/messages/pageMessages.ts';
import { makeManifest, releaseDigest } from '../../../src/core/release/manifest.ts';
import { ForkedBroker } from './forkedBroker.ts';
import { containing } from './matchers.ts';
import { RawPage } from './rawPage.ts';
import { makeRoom, profiles, sdist, type Room } from './room.ts';

let room: Room;
let broker: ForkedBroker;

beforeEach(async () => {
  room = await makeRoom();
  broker = await ForkedBroker.start();
});

afterEach(async () => {
  await broker.stop();
  await room.remove();
});

function claimFor(profile: CountersignMessage['profile']): CountersignMessage {
  const { artifacts } = room.countersign(profiles.testpypi).manifest;
  const manifest = makeManifest(
    profile,
    'demo',
    '1.2.0',
    artifacts.map(artifact => ({ ...artifact, kind: 'sdist' as const })),
  );
  return {
    ...room.countersign(profiles.testpypi),
    profile,
    manifest: { ...manifest, artifacts: [...manifest.artifacts] },
    digest: releaseDigest(manifest),
  };
}

describe('a claim that contradicts itself is refused before a page is opened', () => {
  const changes: readonly [string, () => CountersignMessage][] = [
    ['another digest than the manifest’s', () => room.countersign(profiles.testpypi, { digest: '0'.repeat(64) })],
    ['a manifest of another index than the profile’s', () => room.countersign(profiles.pypi, { profile: profiles.testpypi })],
    ['the look of TestPyPI over PyPI’s address', () => claimFor({ ...profiles.testpypi, uploadUrl: profiles.pypi.uploadUrl })],
    ['the look of PyPI over a local address', () => claimFor({ ...profiles.pypi, uploadUrl: 'http://127.0.0.1:1/' })],
    ['a rehearsal that leaves the computer', () => claimFor({ ...profiles.rehearsal, uploadUrl: 'https://packages.acme.example/' })],
    ['a private index without https', () => claimFor({ ...profiles.private, uploadUrl: 'http://packages.acme.example/' })],
    ['a private index with PyPI’s address', () => claimFor({ ...profiles.private, uploadUrl: profiles.pypi.uploadUrl })],
    ['a password in the address', () => claimFor({ ...profiles.private, uploadUrl: 'https://user:word@packages.acme.example/' })],
  ];
  test.each(changes)('%s', async (_, claim) => {
    broker.send(room.start);
    broker.send(claim());
    expect(await broker.next('failure')).toMatchObject({
      code: 'broker-failed',
      detail: containing('refused before approval'),
    });
    expect(await broker.exit()).toBe(1);
    expect(broker.said.some(message => message.kind === 'page-open')).toBe(false);
  });

  test('and a private index on this computer is not', async () => {
    broker.send(room.start);
    broker.send(claimFor({ ...profiles.private, uploadUrl: 'http://127.0.0.1:1/' }));
    await broker.next('page-open');
  });
});

describe('what the host may not say ends the broker', () => {
  test.each<[string, object]>([
    ['no message', { kind: 'approve' }],
    ['a release before the start', { kind: 'upload', digest: '0'.repeat(64), filename: sdist }],
    ['a file name with a folder', { kind: 'upload', digest: '0'.repeat(64), filename: '../x.tar.gz' }],
  ])('%s', async (_, message) => {
    broker.send(message as HostMessage);
    expect(await broker.next('failure')).toMatchObject({ code: 'broker-failed' });
    expect(await broker.exit()).toBe(1);
  });
});

describe('a managed environment that was changed stops the release', () => {
  const changes: readonly [string, (folder: string) => Promise<void>][] = [
    ['one byte', folder => writeFile(join(folder, 'lib/twine/__init__.py'), '__version__ = "1"\n')],
    ['an added .pth', folder => writeFile(join(folder, 'lib/evil.pth'), 'import evil\n')],
    ['an added sitecustomize', folder => writeFile(join(folder, 'lib/sitecustomize.py'), '')],
    ['a removed file', folder => rm(join(folder, 'lib/twine/__init__.py'))],
    ['a file that became executable', folder => chmod(join(folder, 'lib/twine/__init__.py'), 0o755)],
    ['an added link', folder => symlink('/etc/hostname', join(folder, 'lib/hostname'))],
    ['an interpreter that is another one', folder => appendFile(join(folder, 'bin/python'), '# more\n')],
    ['no environment', folder => rm(folder, { recursive: true })],
  ];
  test.each(changes)('%s', async (_, change) => {
    await change(room.environment);
    broker.send(room.start);
    broker.send(room.countersign(profiles.testpypi));
    expect(await broker.next('failure')).toMatchObject({ code: 'environment-changed' });
  });

  test('and so does an interpreter outside of it', async () => {
    const environment: StartMessage['environment'] = { ...room.start.environment, python: '/usr/bin/python3' };
    broker.send({ ...room.start, environment });
    broker.send(room.countersign(profiles.testpypi));
    expect(await broker.next('failure')).toMatchObject({ code: 'environment-changed' });
  });

  test('an empty folder more is none', async () => {
    await mkdir(join(room.environment, 'lib', 'empty'));
    broker.send(room.start);
    broker.send(room.countersign(profiles.testpypi));
    const page = new RawPage((await broker.next('page-open')).url);
    await page.enter();
    expect(await page.postJson(routes.refuse, {})).toEqual({});
    expect(await broker.next('not-approved')).toEqual({ kind: 'not-approved', reason: 'refused' });
  });
});

describe('a rehearsal', () => {
  let index: Server;
  let asked: string[];

  beforeEach(async () => {
    asked = [];
    index = createServer((request, response) => {
      asked.push(`${request.method} ${request.url}`);
      response.end('{"token":"rehearsal-token"}');
    });
    index.listen(0, '127.0.0.1');
    await once(index, 'listening');
  });

  afterEach(() => index.close());

  test('uses the built-in index’s own token', async () => {
    const controlUrl = `http://127.0.0.1:${(index.address() as AddressInfo).port}/control/`;
    const claim = room.countersign(profiles.rehearsal, { rehearsalControlUrl: controlUrl });
    broker.send(room.start);
    broker.send(claim);
    const page = new RawPage((await broker.next('page-open')).url);
    expect(await page.enter()).toMatchObject({ token: 'offered', factor: { required: false } });
    expect(await page.postJson<PageProblem>(routes.approve, { method: 'none', token: null })).toEqual({});
    broker.send({ kind: 'upload', digest: (await broker.next('approved')).digest, filename: sdist });
    await broker.next('uploaded');
    expect((await room.runs())[0]?.order?.['secret']).toBe('rehearsal-token');
    expect(asked).toEqual(['POST /control/mint']);
  });

  test.each([
    ['an address that is not of this computer', 'http://packages.acme.example/', 'not of this computer'],
    ['an address where nobody is', 'http://127.0.0.1:9/', 'cannot be reached'],
    ['no address', null, 'told no address'],
  ])('fails with %s', async (_, rehearsalControlUrl, words) => {
    broker.send(room.start);
    broker.send(room.countersign(profiles.rehearsal, { rehearsalControlUrl }));
    expect(await broker.next('failure')).toMatchObject({ code: 'rehearsal-index-failed', detail: containing(words) });
  });
});

test('the broker’s own files name no registry', async () => {
  const { pageFolder } = room.start;
  const html = await readFile(join(pageFolder, 'approval.html'), 'utf8');
  expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org)/);
});
