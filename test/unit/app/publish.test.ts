import { describe, expect, test } from 'vitest';

import type { IndexListing } from '../../../src/app/ports.ts';
import { publish, type PublishRequest } from '../../../src/app/publish.ts';
import { Failure } from '../../../src/core/failure.ts';
import { pypi } from '../../../src/core/indexes/indexProfile.ts';
import type { UploadOutcome } from '../../../src/core/messages/brokerMessages.ts';
import { fakeWorld, type Script } from '../../fakes/fakeWorld.ts';
import { fakeSha256 } from '../../fakes/memoryFiles.ts';

const METADATA = 'Metadata-Version: 2.4\nName: demo\nVersion: 1.2.0\n';
const WHEEL = 'demo-1.2.0-py3-none-any.whl';
const SDIST = 'demo-1.2.0.tar.gz';
const built = { [WHEEL]: METADATA, [SDIST]: `${METADATA}Summary: sdist\n` };
const hashes = { [WHEEL]: fakeSha256(built[WHEEL]), [SDIST]: fakeSha256(built[SDIST]) };

const request: PublishRequest = {
  source: { kind: 'build', projectFolder: '/demo', declared: { name: 'demo', version: '1.2.0' } },
  destination: { kind: 'profile', profile: pypi },
  explain: outcome => ({
    tone: outcome.kind === 'published' ? 'good' : 'bad',
    title: '',
    detail: '',
    link: null,
    resumable: outcome.kind === 'partly',
  }),
};

const absent: IndexListing = { kind: 'absent' };
const listed = (files: Readonly<Record<string, string | null>>): IndexListing => ({
  kind: 'listed',
  status: null,
  files: Object.entries(files).map(([filename, sha256]) => ({ filename, sha256 })),
});
const dropped: UploadOutcome = { outcome: 'connection', cause: 'dropped', detail: '' };
const http = (status: number, reason: string): UploadOutcome => ({ outcome: 'http', status, reason, retryAfter: null });
const other = 'f'.repeat(64);

interface Row {
  readonly name: string;
  readonly script: Script;
  readonly outcome: Record<string, unknown>;
  readonly uploads: readonly string[];
}

const rows: readonly Row[] = [
  {
    name: 'sends both files and verifies them',
    script: { listings: [absent, listed(hashes)] },
    outcome: { kind: 'published', files: 2 },
    uploads: [WHEEL, SDIST],
  },
  {
    name: 'waits for a lagging index',
    script: { listings: [absent, absent, listed({ [WHEEL]: hashes[WHEEL] }), listed(hashes)] },
    outcome: { kind: 'published' },
    uploads: [WHEEL, SDIST],
  },
  {
    name: 'gives up on a listing after two minutes',
    script: { listings: [absent] },
    outcome: { kind: 'unverified', why: 'not-listed' },
    uploads: [WHEEL, SDIST],
  },
  {
    name: 'says when an index lists no hashes',
    script: { listings: [absent, listed({ [WHEEL]: null, [SDIST]: null })] },
    outcome: { kind: 'unverified', why: 'no-hashes' },
    uploads: [WHEEL, SDIST],
  },
  {
    name: 'says when an index is closed to readers',
    script: { listings: [{ kind: 'closed' }] },
    outcome: { kind: 'unverified', why: 'closed' },
    uploads: [WHEEL, SDIST],
  },
  {
    name: 'raises an alarm when the index lists other bytes',
    script: { listings: [absent, listed({ ...hashes, [SDIST]: other })] },
    outcome: { kind: 'differs', filename: SDIST },
    uploads: [WHEEL, SDIST],
  },
  {
    name: 'sends nothing when the person refuses',
    script: { approval: 'refused' },
    outcome: { kind: 'not-approved', reason: 'refused' },
    uploads: [],
  },
  {
    name: 'sends nothing when everything is there',
    script: { listings: [listed(hashes)] },
    outcome: { kind: 'already-there' },
    uploads: [],
  },
  {
    name: 'sends only what is missing',
    script: { listings: [listed({ [WHEEL]: hashes[WHEEL] }), listed(hashes)] },
    outcome: { kind: 'published' },
    uploads: [SDIST],
  },
  {
    name: 'sees a taken file name before asking the person',
    script: { listings: [listed({ [SDIST]: other })] },
    outcome: { kind: 'exists', filename: SDIST },
    uploads: [],
  },
  {
    name: 'ends at the first refusal with nothing sent',
    script: { uploads: { [WHEEL]: http(403, 'Invalid API Token: token is expired') } },
    outcome: { kind: 'failed', filename: WHEEL },
    uploads: [WHEEL],
  },
  {
    name: 'names a file that exists by the index’s own word',
    script: { uploads: { [WHEEL]: http(400, "File already exists ('x')") } },
    outcome: { kind: 'exists', filename: WHEEL },
    uploads: [WHEEL],
  },
  {
    name: 'stops half-way and can resume',
    script: { uploads: { [SDIST]: http(503, 'Service Unavailable') } },
    outcome: { kind: 'partly', sent: [WHEEL], missing: [SDIST], uncertain: false },
    uploads: [WHEEL, SDIST],
  },
  {
    name: 'goes on when a dropped file arrived all the same',
    script: { uploads: { [WHEEL]: dropped }, listings: [absent, listed({ [WHEEL]: hashes[WHEEL] }), listed(hashes)] },
    outcome: { kind: 'published' },
    uploads: [WHEEL, SDIST],
  },
  {
    name: 'is unsure when the index cannot be asked after a drop',
    script: { uploads: { [WHEEL]: dropped }, listings: [absent, new Failure('index-unreachable', '')] },
    outcome: { kind: 'partly', sent: [], uncertain: true },
    uploads: [WHEEL],
  },
  {
    name: 'has sent nothing when the connection was refused',
    script: { uploads: { [WHEEL]: { outcome: 'connection', cause: 'refused', detail: '' } } },
    outcome: { kind: 'failed' },
    uploads: [WHEEL],
  },
  {
    name: 'asks the index after a cancel in the middle',
    script: { uploads: { [SDIST]: { outcome: 'cancelled' } }, listings: [absent, listed({ [WHEEL]: hashes[WHEEL] })] },
    outcome: { kind: 'partly', missing: [SDIST], uncertain: false },
    uploads: [WHEEL, SDIST],
  },
  {
    name: 'takes a broker that dies for a broken upload',
    script: { uploads: { [SDIST]: new Failure('broker-failed', 'gone') }, listings: [absent, listed({ [WHEEL]: hashes[WHEEL] })] },
    outcome: { kind: 'partly', missing: [SDIST] },
    uploads: [WHEEL, SDIST],
  },
  {
    name: 'sends nothing that changed after approval',
    script: { uploads: { [WHEEL]: { outcome: 'changed' } } },
    outcome: { kind: 'failed' },
    uploads: [WHEEL],
  },
  {
    name: 'is blocked by files of another version than declared',
    script: { built: { [WHEEL.replace('1.2.0', '1.3.0')]: METADATA.replace('1.2.0', '1.3.0') } },
    outcome: { kind: 'blocked' },
    uploads: [],
  },
  {
    name: 'is blocked by a project that wants a newer Countersign',
    script: { files: { '/demo/pyproject.toml': '[tool.countersign]\nrequired-version = ">=99"\n' } },
    outcome: { kind: 'blocked', what: 'The project' },
    uploads: [],
  },
  { name: 'is blocked by an empty build', script: { built: {} }, outcome: { kind: 'blocked' }, uploads: [] },
];

describe('publish', () => {
  test.each(rows)('$name', async ({ script, outcome, uploads }) => {
    const world = fakeWorld({ built, ...script });
    const ended = await publish(world, request, new AbortController().signal);
    expect(ended).toMatchObject(outcome);
    expect(world.told.filter(line => line.startsWith('upload ')).map(line => line.slice(7))).toEqual(uploads);
    expect([...world.files.content.keys()].filter(path => path.startsWith('/staging/'))).toHaveLength(ended.kind === 'partly' ? 2 : 0);
  });

  test('records a release, and what was not verified as such', async () => {
    const verified = fakeWorld({ built, listings: [absent, listed(hashes)] });
    await publish(verified, request, new AbortController().signal);
    expect(verified.recorded).toMatchObject([{ project: 'demo', version: '1.2.0', index: 'PyPI', verified: true }]);
    const unverified = fakeWorld({ built, listings: [{ kind: 'closed' }] });
    await publish(unverified, request, new AbortController().signal);
    expect(unverified.recorded).toMatchObject([{ verified: false }]);
  });

  test('leaves no record of a rehearsal', async () => {
    const world = fakeWorld({ built, listings: [absent, listed(hashes)] });
    await publish(world, { ...request, destination: { kind: 'rehearsal' } }, new AbortController().signal);
    expect(world.recorded).toEqual([]);
  });

  test('throws when the index cannot be asked, before a person is', async () => {
    const world = fakeWorld({ built, listings: [new Failure('index-unreachable', 'no network')] });
    await expect(publish(world, request, new AbortController().signal)).rejects.toMatchObject({ code: 'index-unreachable' });
    expect(world.told).toEqual([]);
  });

  test('resumes with the very same bytes only', async () => {
    const world = fakeWorld({ built, uploads: { [SDIST]: http(503, '') } });
    const half = await publish(world, request, new AbortController().signal);
    if (half.kind !== 'partly') throw new Error('expected a half release');
    const rest: PublishRequest = {
      ...request,
      source: { kind: 'staged', folder: half.folder, digest: half.digest, profile: half.profile },
    };
    const again = { ...fakeWorld({ listings: [listed({ [WHEEL]: hashes[WHEEL] }), listed(hashes)] }), files: world.files };
    expect(await publish(again, rest, new AbortController().signal)).toMatchObject({ kind: 'published' });
    world.files.content.set(`${half.folder}/${SDIST}`, `${METADATA}Summary: swapped\n`);
    expect(await publish(again, rest, new AbortController().signal)).toMatchObject({ kind: 'blocked' });
  });

  test('copies only artifacts from a dist folder', async () => {
    const dist = { [`/demo/dist/${WHEEL}`]: METADATA, '/demo/dist/notes.txt': 'x', [`/demo/dist/${WHEEL}.asc`]: 'x' };
    const world = fakeWorld({ files: dist, listings: [absent, listed({ [WHEEL]: hashes[WHEEL] })] });
    const outcome = await publish(world, { ...request, source: { kind: 'files', folder: '/demo/dist' } }, new AbortController().signal);
    expect(outcome).toMatchObject({ kind: 'published', files: 1 });
  });
});

describe("the project's own files", () => {
  const project = (dependencies: string): Script => ({
    files: {
      '/demo/pyproject.toml': `[build-system]\nrequires = ["hatchling>=1.26"]\nbuild-backend = "hatchling.build"\n[project]\nname = "demo"\nversion = "1.2.0"\ndependencies = ${dependencies}\n`,
    },
    built,
    listings: [absent, listed(hashes)],
    uploads: {},
  });

  test('what PyPI would refuse stops before anything is built', async () => {
    const world = fakeWorld(project('["idna @ https://files.example/idna-3.10.tar.gz"]'));
    const outcome = await publish(world, request, new AbortController().signal);
    expect(outcome).toMatchObject({ kind: 'blocked', problems: [expect.stringContaining('pyproject.toml:7: ')] });
    expect(world.told).toEqual([]);
  });

  test('what only warns is shown where it is approved', async () => {
    const world = fakeWorld(project('["idna==3.10"]'));
    expect(await publish(world, request, new AbortController().signal)).toMatchObject({ kind: 'published' });
    expect(world.told).toContainEqual(expect.stringMatching(/^note .* one warning \(dep\/exact-pin-in-library\)/));
  });

  test('a fault in a file that is not published stops nothing', async () => {
    const script = project('["idna>=3"]');
    const world = fakeWorld({ ...script, files: { ...script.files, '/demo/requirements-dev.txt': 'idna=3\n' } });
    expect(await publish(world, request, new AbortController().signal)).toMatchObject({ kind: 'published' });
  });
});
