import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { lockKindOf, readLock } from '../../../../src/core/locks/readLock.ts';

const FOLDER = join(import.meta.dirname, '../../../fixtures/locks');

/** Written by the tools themselves (their hosts were renamed), counted by Python's tomllib and json. */
test.each([
  ['uv.lock', '1', 15, 163, ['demo-member editable', 'demo-uv editable', 'six url']],
  ['pylock.toml', '1.0', 12, 159, ['demo-uv editable', 'six url']],
  ['pylock.pip.toml', '1.0', 2, 2, []],
  ['poetry.lock', '2.1', 12, 192, ['six url', 'toml editable']],
  ['poetry-1.lock', '1.1', 2, 4, []],
  ['pdm.lock', '4.4.1', 11, 159, ['six url']],
  ['Pipfile.lock', '6', 9, 187, ['toml editable']],
])('%s of its tool is read as a whole', (file, formatVersion, packageCount, artifactCount, fromElsewhere) => {
  const lock = readLock(file, lockKindOf(file) ?? 'poetry-lock', readFileSync(join(FOLDER, file), 'utf8'));
  const artifacts = lock.packages.flatMap(locked => locked.artifacts);
  expect(lock).toMatchObject({ formatVersion, isSupported: true, problems: [] });
  expect(lock.packages).toHaveLength(packageCount);
  expect(artifacts).toHaveLength(artifactCount);
  expect(artifacts.filter(({ hashes: [hash] }) => hash?.algorithm !== 'sha256' || hash.digest.length !== 64)).toEqual([]);
  expect(lock.packages.filter(({ source }) => source.kind !== 'registry').map(({ name, source }) => `${name} ${source.kind}`)).toEqual(
    fromElsewhere,
  );
});

test('of a lock of uv it is known what the project asked for, and which projects were locked with it', () => {
  const lock = readLock('uv.lock', 'uv-lock', readFileSync(join(FOLDER, 'uv.lock'), 'utf8'));
  const { requires } = lock.packages.find(({ name }) => name === 'demo-uv') ?? { requires: null };
  expect(lock.members).toEqual(['demo-member', 'demo-uv']);
  expect(requires?.map(({ name, extras, specifier, group }) => `${name}[${extras.join()}]${specifier} ${group ?? ''}`.trim())).toEqual([
    'click[]>=8',
    'colorama[]>=0.4',
    'demo-member[]',
    'demo-uv[cli]',
    'idna[]==3.10',
    'iniconfig[]',
    'requests[socks]>=2.31,<3',
    'six[]',
    'attrs[]>=23 dev',
    'toml[]>=0.10 dev',
    'toml[]>=0.10 lint',
  ]);
});
