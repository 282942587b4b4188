import { expect, test } from 'vitest';

import { publish, type PublishRequest } from '../../../src/app/publish.ts';
import { pypi } from '../../../src/core/indexes/indexProfile.ts';
import { fakeWorld, type Script } from '../../fakes/fakeWorld.ts';

const names = '2026-04-01\nflask\nrequests\n\nos\n';
const release = (name: string): Script => ({
  names,
  built: { [`${name}-1.2.0.tar.gz`]: `Metadata-Version: 2.4\nName: ${name}\nVersion: 1.2.0\n` },
  listings: [{ kind: 'absent' }],
});
const own = (name: string, index: PublishRequest['destination']): PublishRequest => ({
  explain: () => ({ tone: 'bad', title: '', detail: '', link: null, resumable: false }),
  source: { kind: 'build', projectFolder: '/demo', declared: { name, version: '1.2.0' } },
  destination: index,
});
const toPypi: PublishRequest['destination'] = { kind: 'profile', profile: pypi };

test.each(['os', 'f1ask'])('%s is refused before a person is asked', async name => {
  const world = fakeWorld(release(name));
  const outcome = await publish(world, own(name, toPypi), new AbortController().signal);
  expect(outcome).toMatchObject({
    kind: 'blocked',
    what: 'The release',
    problems: [expect.stringMatching(/^PyPI refuses .* Choose another name\.$/)],
  });
  expect(world.told).toEqual([]);
  expect([...world.files.content.keys()].filter(path => path.startsWith('/staging/'))).toEqual([]);
});

test('a name that looks like another is told where it is approved', async () => {
  const world = fakeWorld({ ...release('reqeusts'), approval: 'refused' });
  await publish(world, own('reqeusts', toPypi), new AbortController().signal);
  expect(world.told).toContainEqual(expect.stringMatching(/^note "reqeusts" looks like "requests"/));
});

test('a name that the project says it means is rehearsed', async () => {
  const accepting = '[tool.countersign]\nnames = [{ name = "F1ask", reason = "older than the rule" }]\n';
  const world = fakeWorld({ ...release('f1ask'), files: { '/demo/pyproject.toml': accepting }, approval: 'refused' });
  const outcome = await publish(world, own('f1ask', { kind: 'rehearsal' }), new AbortController().signal);
  expect(outcome).toMatchObject({ kind: 'not-approved' });
  expect(world.told).toContainEqual(expect.stringContaining('too similar to a project that exists, "flask"'));
});

test('a name is nothing to refuse for a project that is there already', async () => {
  const world = fakeWorld({ ...release('f1ask'), listings: [{ kind: 'listed', files: [], status: null }], approval: 'refused' });
  expect(await publish(world, own('f1ask', toPypi), new AbortController().signal)).toMatchObject({ kind: 'not-approved' });
});
