import { createHash } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import type { Broker } from '../../../src/app/ports.ts';
import { pypi } from '../../../src/core/indexes/indexProfile.ts';
import { markStaged, planRelease } from '../../../src/core/release/releasePlan.ts';
import { openBroker } from '../../../src/node/brokerClient.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const plan = planRelease(markStaged({ folder: '/s', project: 'demo', version: '1.0', artifacts: [] }), pypi);
const page = { alreadyThere: [], notes: [], rehearsalControlUrl: null };
const signal = new AbortController().signal;

/** Starts the client on a program that plays the broker's part. */
async function brokerThat(program: string, options: { sha256?: string; openPage?: (url: string) => Promise<void> } = {}): Promise<Broker> {
  const path = join(await temporaryFolder(), 'broker.cjs');
  await writeFile(path, program);
  const environment = { python: '/p', folder: '/e', digest: '0'.repeat(64) };
  return openBroker({
    program: path,
    programSha256: options.sha256 ?? createHash('sha256').update(program).digest('hex'),
    start: { storageFolder: '/b', pageFolder: '/p', launcher: '/l', environment, pageHost: 'localhost', sealKey: '' },
    proxy: null,
    openPage: options.openPage ?? (() => Promise.resolve()),
    log: { info: () => undefined, failure: () => undefined },
  });
}

const onMessage = (body: string): string =>
  `process.on('message', m => { const say = x => process.send(x); if (m.kind === 'start') say({ kind: 'ready' }); ${body} });`;

describe('broker client', () => {
  test('does not start a program that was changed', async () => {
    await expect(brokerThat('', { sha256: '0'.repeat(64) })).rejects.toMatchObject({ code: 'broker-changed' });
  });

  test('opens the page and hands on the approval', async () => {
    const opened: string[] = [];
    const program = onMessage(
      `if (m.kind === 'countersign') { say({ kind: 'page-open', url: 'http://localhost:1/#t' }); say({ kind: 'approved', digest: m.digest, level: 2 }); }`,
    );
    const broker = await brokerThat(program, { openPage: async url => void opened.push(url) });
    expect(await broker.countersign(plan, page, signal)).toMatchObject({ level: 2, plan: { digest: plan.digest } });
    expect(opened).toEqual(['http://localhost:1/#t']);
    broker.close();
  });

  test.each([
    [
      'a failure that the broker tells',
      `if (m.kind === 'countersign') say({ kind: 'failure', code: 'environment-changed', detail: 'x' });`,
      'environment-changed',
    ],
    ['a broker that ends', `if (m.kind === 'countersign') process.exit(3);`, 'broker-failed'],
    ['a message that is not known', `if (m.kind === 'countersign') say({ kind: 'approved' });`, 'broker-failed'],
  ])('throws on %s', async (_name, body, code) => {
    const broker = await brokerThat(onMessage(body));
    await expect(broker.countersign(plan, page, signal)).rejects.toMatchObject({ code });
    broker.close();
  });

  test('a cancel is told to the broker, which says how it ended', async () => {
    const broker = await brokerThat(
      onMessage(
        `if (m.kind === 'countersign') say({ kind: 'page-open', url: 'http://localhost:1/' }); if (m.kind === 'cancel') say({ kind: 'not-approved', reason: 'cancelled' });`,
      ),
    );
    const cancel = new AbortController();
    const asked = broker.countersign(plan, page, cancel.signal);
    cancel.abort();
    expect(await asked).toEqual({ notApproved: 'cancelled' });
    broker.close();
  });

  test('gives the broker only proxies and certificates of the environment', async () => {
    process.env['COUNTERSIGN_CANARY'] = 'x';
    process.env['NO_PROXY'] = 'index.example';
    const broker = await brokerThat(
      onMessage(
        `if (m.kind === 'countersign') say({ kind: 'failure', code: 'broker-failed', detail: Object.keys(process.env).sort().join() });`,
      ),
    );
    const failure = await broker.countersign(plan, page, signal).catch((error: unknown) => error as { detail: string });
    expect('detail' in failure ? failure.detail : '').toContain('NO_PROXY');
    expect('detail' in failure ? failure.detail : '').not.toMatch(/CANARY|PATH|HOME/);
    broker.close();
  });
});
