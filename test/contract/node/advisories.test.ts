import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { startBuiltInIndex } from '../../../scripts/lib/builtInIndex.mjs';
import type { Advisories } from '../../../src/app/ports.ts';
import { createAdvisories } from '../../../src/node/advisories.ts';
import { createIndexCache } from '../../../src/node/indexCache.ts';
import { createKeptAnswers } from '../../../src/node/keptAnswers.ts';
import { testEnvironment } from './managedEnvironment.ts';
import { temporaryFolder } from './temporaryFolder.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const signal = new AbortController().signal;
const MINUTE = 60_000;

let builtIn: Awaited<ReturnType<typeof startBuiltInIndex>>;

beforeAll(async () => void (builtIn = await startBuiltInIndex({ python: (await testEnvironment()).python, root })));
afterAll(() => builtIn.stop());
beforeEach(() => builtIn.control('/reset'));

async function client(folder?: string): Promise<{ advisories: Advisories; clock: { now: number } }> {
  const clock = { now: Date.UTC(2026, 10, 22) };
  const now = () => clock.now;
  const cache = createIndexCache(folder ?? (await temporaryFolder()));
  const answers = createKeptAnswers(cache, now);
  return { advisories: createAdvisories({ userAgent: 'countersign-test', answers, cache, now, url: `${builtIn.webUrl}v1/` }), clock };
}

function record(id: string, events: readonly object[], more: object = {}): object {
  return {
    id,
    modified: '2026-02-01T00:00:00Z',
    affected: [{ package: { ecosystem: 'PyPI', name: 'demo' }, ranges: [{ type: 'ECOSYSTEM', events }] }],
    ...more,
  };
}

const known = (...advisories: readonly object[]) => builtIn.control('/advisories', { advisories });

async function asked(): Promise<readonly string[]> {
  const { reads } = (await builtIn.log()) as { reads: { path: string }[] };
  return reads.map(({ path }) => path);
}

const at = (version: string | null, name = 'demo') => ({ name, version });

describe('reports', () => {
  test('come in the order of the questions, all in one list', async () => {
    await known(
      record('PYSEC-1', [{ introduced: '0' }, { fixed: '1.2' }]),
      record('MAL-2', [{ introduced: '2' }], { published: '2026-01-02T00:00:00Z' }),
    );
    const { advisories, clock } = await client();
    const answers = await advisories.find([at('1.0'), at('1.5'), at('2.0'), at(null), at('1.0', 'other')], signal);
    expect(answers.map(answer => answer?.advisories.map(({ id }) => id))).toEqual([['PYSEC-1'], [], ['MAL-2'], ['PYSEC-1', 'MAL-2'], []]);
    expect(answers[0]).toMatchObject({ fetchedAt: clock.now, advisories: [{ affected: ['<1.2'], fixedIn: ['1.2'], isMalware: false }] });
    expect(answers[2]?.advisories[0]).toMatchObject({ isMalware: true, publishedAt: Date.UTC(2026, 0, 2) });
    expect((await asked()).filter(path => path === '/v1/querybatch')).toHaveLength(1);
  });

  test('are read to the last page', async () => {
    await builtIn.control('/flags', { advisoryPage: 2 });
    await known(...[1, 2, 3, 4, 5].map(number => record(`PYSEC-${number}`, [{ introduced: '0' }])));
    const [answer, other] = await (await client()).advisories.find([at('1.0'), at('1.0', 'other')], signal);
    expect([answer?.advisories.length, other?.advisories.length]).toEqual([5, 0]);
  });

  test('are asked for again after ten minutes, what they say only when it changed', async () => {
    await known(record('PYSEC-1', [{ introduced: '0' }]));
    const folder = await temporaryFolder();
    const first = await client(folder);
    await first.advisories.find([at('1.0')], signal);
    first.clock.now += 9 * MINUTE;
    await first.advisories.find([at('1.0')], signal);
    const later = await client(folder);
    later.clock.now += 20 * MINUTE;
    expect(await later.advisories.find([at('1.0')], signal)).toMatchObject([
      { fetchedAt: later.clock.now, advisories: [{ id: 'PYSEC-1' }] },
    ]);
    expect(await asked()).toEqual(['/v1/querybatch', '/v1/vulns/PYSEC-1', '/v1/querybatch']);
  });
});

describe('a database that fails', () => {
  test('is no database that reports nothing', async () => {
    await builtIn.control('/faults', { on: 'read', kind: 'drop-before-store', times: 1 });
    expect(await (await client()).advisories.find([at('1.0')], signal)).toEqual([null]);
  });

  test('half of what it knows is nothing', async () => {
    await known(record('PYSEC-1', [{ introduced: '0' }]), record('PYSEC-2', [{ introduced: '0' }]));
    await builtIn.control('/faults', { on: 'read', kind: 'status', status: 500, times: 1, filename: 'PYSEC-2' });
    const { advisories, clock } = await client();
    expect(await advisories.find([at('1.0')], signal)).toEqual([null]);
    clock.now += MINUTE;
    expect((await advisories.find([at('1.0')], signal))[0]?.advisories).toHaveLength(2);
  });

  test('a list without an end is nothing', async () => {
    await builtIn.control('/flags', { advisoryPage: 1 });
    await known(...Array.from({ length: 21 }, (_, place) => record(`PYSEC-${place}`, [{ introduced: '0' }])));
    expect(await (await client()).advisories.find([at('1.0'), at('1.0', 'other')], signal)).toMatchObject([null, { advisories: [] }]);
  });

  test('half a list is nothing', async () => {
    await builtIn.control('/flags', { advisoryPage: 1 });
    await known(record('PYSEC-1', [{ introduced: '0' }]), record('PYSEC-2', [{ introduced: '0' }]));
    const { advisories } = await client();
    await builtIn.control('/faults', { on: 'read', kind: 'slow', seconds: 0, times: 1, filename: 'querybatch' });
    await builtIn.control('/faults', { on: 'read', kind: 'status', status: 500, times: 1, filename: 'querybatch' });
    expect(await advisories.find([at('1.0')], signal)).toEqual([null]);
  });

  test('lets what was known stand, with its age', async () => {
    await known(record('PYSEC-1', [{ introduced: '0' }]));
    const { advisories, clock } = await client();
    const first = await advisories.find([at('1.0')], signal);
    clock.now += 60 * MINUTE;
    await builtIn.control('/faults', { on: 'read', kind: 'drop-before-store', times: 1 });
    expect(await advisories.find([at('1.0')], signal)).toEqual(first);
  });

  test('a cancel ends it at once', async () => {
    await builtIn.control('/faults', { on: 'read', kind: 'never-answer', times: 1 });
    const cancel = new AbortController();
    const answer = (await client()).advisories.find([at('1.0')], cancel.signal);
    setTimeout(() => cancel.abort(), 100);
    await expect(answer).rejects.toMatchObject({ name: 'Cancelled' });
  });
});
