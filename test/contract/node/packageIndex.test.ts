import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest';

import { startBuiltInIndex } from '../../../scripts/lib/builtInIndex.mjs';
import type { PackageIndex } from '../../../src/app/ports.ts';
import type { AskedIndex } from '../../../src/core/indexFacts/askedIndex.ts';
import { createIndexCache } from '../../../src/node/indexCache.ts';
import { createKeptAnswers } from '../../../src/node/keptAnswers.ts';
import { createPackageIndex } from '../../../src/node/packageIndex.ts';
import { testEnvironment } from './managedEnvironment.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const signal = new AbortController().signal;
const MINUTE = 60_000;
const publisher = { kind: 'GitHub', repository: 'demo/demo', workflow: 'release.yml' };

let builtIn: Awaited<ReturnType<typeof startBuiltInIndex>>;
let open: AskedIndex;

beforeAll(async () => {
  builtIn = await startBuiltInIndex({ python: (await testEnvironment()).python, root });
  open = { url: builtIn.readUrl, name: 'Test', isPublic: true };
});
afterAll(() => builtIn.stop());
beforeEach(() => builtIn.control('/reset'));

/** A client with a cache of its own, and a clock that the test turns. */
async function client(folder?: string): Promise<{ index: PackageIndex; clock: { now: number } }> {
  const clock = { now: Date.UTC(2026, 10, 22) };
  const now = () => clock.now;
  const answers = createKeptAnswers(createIndexCache(folder ?? (await temporaryFolder())), now);
  const jsonPrefixes = { [builtIn.readUrl]: `${builtIn.webUrl}pypi/` };
  return { index: createPackageIndex({ userAgent: 'countersign-test', answers, now, jsonPrefixes }), clock };
}

async function reads(): Promise<readonly string[]> {
  const { reads } = (await builtIn.log()) as { reads: { path: string; status: number }[] };
  return reads.map(({ path, status }) => `${status} ${path}`);
}

const seed = (releases: readonly object[], more: object = {}) => builtIn.control('/seed', { name: 'demo', releases, ...more });

describe('a project', () => {
  const release = {
    version: '1.0',
    uploadedAt: '2026-01-02T03:04:05+00:00',
    yanked: 'broken',
    requiresPython: '>=3.9',
    files: [{ filename: 'demo-1.0.tar.gz', sha256: 'ab'.repeat(32), publisher }],
  };
  const expected = {
    kind: 'listed',
    listing: {
      status: 'archived',
      statusReason: 'moved',
      releases: [
        {
          version: '1.0',
          yanked: 'broken',
          requiresPython: '>=3.9',
          files: [
            { filename: 'demo-1.0.tar.gz', sha256: 'ab'.repeat(32), provenanceUrl: expect.stringContaining('/integrity/') as string },
          ],
        },
      ],
    },
  };

  test('is read as JSON', async () => {
    await seed([release], { status: 'archived', reason: 'moved' });
    const answer = await (await client()).index.lookUp('demo', [open], signal);
    expect(answer).toMatchObject(expected);
    expect(answer.kind === 'listed' && answer.listing.releases[0]?.uploadedAt).toBe(Date.UTC(2026, 0, 2, 3, 4, 5));
  });

  test('is read as HTML where there is nothing else', async () => {
    await seed([release], { status: 'archived', reason: 'moved' });
    await builtIn.control('/flags', { htmlOnly: true });
    expect(await (await client()).index.lookUp('demo', [open], signal)).toMatchObject(expected);
  });

  test('is asked for again after ten minutes only, and sent again only if it changed', async () => {
    await seed([release]);
    const { index, clock } = await client();
    const first = await index.lookUp('demo', [open], signal);
    clock.now += 9 * MINUTE;
    expect(await index.lookUp('demo', [open], signal)).toEqual(first);
    clock.now += 2 * MINUTE;
    expect(await index.lookUp('demo', [open], signal)).toEqual({ ...first, fetchedAt: clock.now });
    await seed([release, { version: '1.1' }]);
    clock.now += 11 * MINUTE;
    expect(await index.lookUp('demo', [open], signal)).toMatchObject({ listing: { releases: [{ version: '1.0' }, { version: '1.1' }] } });
    expect(await reads()).toEqual(['200 /simple/demo/', '304 /simple/demo/', '200 /simple/demo/']);
  });

  test('is known after a restart, and while the index is away, with its age', async () => {
    await seed([release]);
    const folder = await temporaryFolder();
    const first = await (await client(folder)).index.lookUp('demo', [open], signal);
    const later = await client(folder);
    await builtIn.control('/faults', { on: 'read', kind: 'drop-before-store', times: 9 });
    later.clock.now += 60 * MINUTE;
    expect(await later.index.lookUp('demo', [open], signal)).toEqual(first);
    expect(await later.index.lookUp('other', [open], signal)).toMatchObject({ kind: 'unknown', reason: 'unreachable' });
    expect(await reads()).toEqual(['200 /simple/demo/']);
  });

  test('is asked for twice before it is taken for absent, and that is not believed for long', async () => {
    const { index, clock } = await client();
    expect(await index.lookUp('demo', [open], signal)).toEqual({ kind: 'absent', index: open, fetchedAt: clock.now });
    expect(await reads()).toEqual(['404 /simple/demo/', '404 /simple/demo/']);
    await builtIn.control('/faults', { on: 'read', kind: 'status', status: 503, times: 1 });
    clock.now += 11 * MINUTE;
    expect(await index.lookUp('demo', [open], signal)).toMatchObject({ kind: 'unknown', reason: 'unreachable' });
  });

  test('appears while it is asked for', async () => {
    await builtIn.control('/faults', { on: 'read', kind: 'status', status: 404, times: 1 });
    await seed([release]);
    expect(await (await client()).index.lookUp('demo', [open], signal)).toMatchObject({ kind: 'listed' });
  });
});

describe('an index that fails', () => {
  test('fails for one name only', async () => {
    await seed([{ version: '1.0' }]);
    await builtIn.control('/faults', { on: 'read', kind: 'status', status: 500, times: 1, filename: 'other' });
    const { index } = await client();
    expect(await index.lookUp('other', [open], signal)).toMatchObject({ kind: 'unknown', reason: 'unreachable' });
    expect(await index.lookUp('demo', [open], signal)).toMatchObject({ kind: 'listed' });
  });

  test('is left in peace for half a minute when it cannot be reached', async () => {
    await seed([{ version: '1.0' }]);
    await builtIn.control('/faults', { on: 'read', kind: 'drop-before-store', times: 1 });
    const { index, clock } = await client();
    for (const name of ['a', 'b', 'demo']) expect(await index.lookUp(name, [open], signal)).toMatchObject({ kind: 'unknown' });
    clock.now += 31_000;
    expect(await index.lookUp('demo', [open], signal)).toMatchObject({ kind: 'listed' });
  });

  test.each<[string, object]>([
    ['too many at once', { on: 'read', kind: 'status', status: 429, times: 1 }],
    ['overload', { on: 'read', kind: 'status', status: 503, times: 1 }],
  ])('is left in peace after %s', async (_, fault) => {
    await builtIn.control('/faults', fault);
    const { index } = await client();
    for (const name of ['a', 'b'])
      expect(await index.lookUp(name, [open], signal)).toMatchObject({ kind: 'unknown', reason: 'unreachable' });
    expect(await reads()).toEqual([]);
  });

  test('a cancel ends it at once', async () => {
    await builtIn.control('/faults', { on: 'read', kind: 'never-answer', times: 1 });
    const cancel = new AbortController();
    const asked = (await client()).index.lookUp('demo', [open], cancel.signal);
    setTimeout(() => cancel.abort(), 100);
    await expect(asked).rejects.toMatchObject({ name: 'Cancelled' });
  });
});

describe('a private index', () => {
  const closed = (): AskedIndex => ({ url: builtIn.readUrl, name: 'Private', isPublic: false });

  test('that wants a name and a password is not known, and nothing else is asked', async () => {
    await builtIn.control('/flags', { readNeedsAuth: true });
    const other = await server((_request, response) => void response.writeHead(500).end());
    expect(await (await client()).index.lookUp('demo', [closed(), other.index], signal)).toMatchObject({
      kind: 'unknown',
      reason: 'closed',
    });
    expect(other.asked).toEqual([]);
  });

  test('that hides what it has behind 404 is not believed', async () => {
    const hiding = await server((_request, response) => void response.writeHead(404).end());
    expect(await (await client()).index.lookUp('demo', [hiding.index, open], signal)).toMatchObject({ kind: 'unknown', reason: 'closed' });
    expect(await reads()).toEqual([]);
  });

  test('that can be read and lacks a project lets the next be asked', async () => {
    await seed([{ version: '1.0' }]);
    const lacking = await server((request, response) => void response.writeHead(request.url === '/' ? 200 : 404).end());
    expect(await (await client()).index.lookUp('demo', [lacking.index, open], signal)).toMatchObject({ kind: 'listed', index: open });
  });

  test('is sent no credentials, and the program’s name', async () => {
    const own = await server(
      (_request, response) => void response.writeHead(200, { 'content-type': 'application/json' }).end('{"files":[]}'),
    );
    await (await client()).index.lookUp('demo', [own.index], signal);
    expect(own.asked).toEqual([expect.objectContaining({ url: '/demo/', 'user-agent': 'countersign-test' })]);
    expect(own.asked[0]).not.toHaveProperty('authorization');
  });
});

describe('answers that are none', () => {
  test.each<[string, (response: ServerResponse) => void]>([
    ['broken JSON', response => response.writeHead(200, { 'content-type': 'application/json' }).end('{')],
    ['other JSON', response => response.writeHead(200, { 'content-type': 'application/json' }).end('[1]')],
    ['a redirect elsewhere', response => response.writeHead(302, { location: 'http://localhost:9/demo/' }).end()],
    ['a broken archive', response => response.writeHead(200, { 'content-type': 'application/json', 'content-encoding': 'gzip' }).end('x')],
    ['a page that never ends', response => void flood(response)],
  ])('%s', async (_, answer) => {
    const odd = await server((_request, response) => answer(response));
    expect(await (await client()).index.lookUp('demo', [odd.index], signal)).toMatchObject({ kind: 'unknown' });
  });
});

describe('what lies beside the Simple API', () => {
  test('the publisher of a release', async () => {
    await seed([{ version: '1.0', files: [{ filename: 'demo-1.0.tar.gz', publisher }] }, { version: '1.1' }]);
    const { index, clock } = await client();
    const answer = await index.lookUp('demo', [open], signal);
    const [first, second] = answer.kind === 'listed' ? answer.listing.releases : [];
    if (first === undefined || second === undefined) throw new Error('the test has no releases');
    expect(await index.publisherOf(first, open, signal)).toBe('GitHub demo/demo');
    clock.now += 24 * 60 * MINUTE;
    expect(await index.publisherOf(first, open, signal)).toBe('GitHub demo/demo');
    expect(await index.publisherOf(second, open, signal)).toBeNull();
    expect((await reads()).filter(each => each.includes('integrity'))).toHaveLength(1);
  });

  test('attestations elsewhere are not asked for', async () => {
    const elsewhere = await server((_request, response) => void response.end('{}'));
    const files = [{ filename: 'demo-1.0.tar.gz', sha256: null, provenanceUrl: `${elsewhere.index.url}p` }];
    const release = { version: '1.0', yanked: null, uploadedAt: null, requiresPython: null, files };
    expect(await (await client()).index.publisherOf(release, open, signal)).toBeNull();
    expect(elsewhere.asked).toEqual([]);
  });

  test('what an index reports of a release itself', async () => {
    await seed([
      { version: '1.0', vulnerabilities: [{ id: 'PYSEC-1', aliases: ['CVE-1'], fixed_in: ['1.1'], summary: 'Breaks', withdrawn: null }] },
    ]);
    const { index, clock } = await client();
    expect(await index.vulnerabilities('demo', '1.0', open, signal)).toMatchObject({
      fetchedAt: clock.now,
      advisories: [{ id: 'PYSEC-1', affected: ['==1.0'] }],
    });
    expect(await index.vulnerabilities('demo', '2.0', open, signal)).toBeNull();
    expect(await index.vulnerabilities('demo', '1.0', { ...open, url: 'https://index.example/simple/' }, signal)).toBeNull();
  });
});

test('no more than six are asked at once', async () => {
  let [running, most] = [0, 0];
  const slow = await server((_request, response) => {
    most = Math.max(most, (running += 1));
    setTimeout(() => {
      running -= 1;
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"files":[]}');
    }, 20);
  });
  const { index } = await client();
  await Promise.all(Array.from({ length: 40 }, (_, place) => index.lookUp(`p${place}`, [slow.index], signal)));
  expect(most).toBe(6);
});

async function server(
  answer: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<{ index: AskedIndex; asked: object[] }> {
  const asked: object[] = [];
  const listening = createServer((request, response) => {
    asked.push({ url: request.url, ...request.headers });
    answer(request, response);
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => listening.once('listening', resolve));
  onTestFinished(() => void (listening.closeAllConnections(), listening.close()));
  return { index: { url: `http://127.0.0.1:${(listening.address() as AddressInfo).port}/`, name: 'Other', isPublic: false }, asked };
}

async function flood(response: ServerResponse): Promise<void> {
  response.writeHead(200, { 'content-type': 'application/json' });
  const chunk = Buffer.alloc(1024 * 1024, 32);
  for (let sent = 0; sent < 64 && !response.destroyed; sent += 1)
    if (!response.write(chunk)) await new Promise(resolve => response.once('drain', resolve).once('close', resolve));
}
