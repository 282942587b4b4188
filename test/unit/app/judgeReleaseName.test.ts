import { describe, expect, test } from 'vitest';

import { judgeReleaseName, type NameVerdict } from '../../../src/app/judgeReleaseName.ts';
import { Failure } from '../../../src/core/failure.ts';
import { pypi, rehearsalProfile, testPypi, type IndexProfile } from '../../../src/core/indexes/indexProfile.ts';
import { makeManifest } from '../../../src/core/release/manifest.ts';
import { readNameList } from '../../../src/core/names/nameList.ts';
import { shippedList } from '../core/names/shippedList.ts';

const rehearsal = rehearsalProfile({
  uploadUrl: 'http://127.0.0.1:1/',
  readUrl: 'http://127.0.0.1:1/simple/',
  webUrl: 'http://127.0.0.1:1/',
});
const privateIndex: IndexProfile = { ...pypi, kind: 'private', name: 'ours' };
const SIMILAR = 'PyPI refuses a new project "f1ask": it is too similar to a project that exists, "flask".';
const MODULE = 'PyPI refuses a new project "os": it is the name of a module of the standard library. Choose another name.';
const ALIKE = '"reqeusts" looks like "requests" (two letters swapped): people may take the one for the other.';

describe('a first release', () => {
  test.each<[string, IndexProfile, string | null, readonly string[]]>([
    ['os', pypi, MODULE, []],
    ['os', testPypi, MODULE, []],
    ['os', rehearsal, MODULE, []],
    ['os', privateIndex, null, []],
    ['f1ask', pypi, `${SIMILAR} Choose another name.`, []],
    ['f1ask', rehearsal, `${SIMILAR} Choose another name.`, []],
    ['f1ask', testPypi, null, [SIMILAR]],
    ['f1ask', privateIndex, null, []],
    ['reqeusts', pypi, null, [ALIKE]],
    ['reqeusts', rehearsal, null, [ALIKE]],
    ['reqeusts', privateIndex, null, []],
    ['my-neat-thing', pypi, null, []],
    ['requests', rehearsal, null, []],
    ['requests', testPypi, null, []],
    ['requests', pypi, null, ['PyPI had a project "requests" on 2026-04-01 and has none now: it may refuse the name.']],
  ])('%s on %j', async (name, profile, problem, notes) => {
    expect(await verdict(name, profile)).toEqual({ problem, notes });
  });

  test.each<[string, IndexProfile, string | null, readonly string[]]>([
    ['reqeusts', pypi, null, []],
    ['f1ask', rehearsal, null, [SIMILAR]],
    ['f1ask', pypi, `${SIMILAR} Choose another name.`, []],
    ['os', rehearsal, MODULE, []],
  ])('%s, which the project says it means, on %j', async (name, profile, problem, notes) => {
    expect(await verdict(name, profile, { acceptedNames: [name] })).toEqual({ problem, notes });
  });
});

describe('a later release', () => {
  test.each<[string, IndexProfile, readonly string[]]>([
    ['f1ask', pypi, []],
    ['os', pypi, []],
    [
      'requests',
      pypi,
      ['One of the ten most downloaded projects (list of 2026-04-01): such a project deserves a security key and a second maintainer.'],
    ],
    ['requests', testPypi, []],
  ])('of %s on %j', async (name, profile, notes) => {
    expect(await verdict(name, profile, { isFirst: false })).toEqual({ problem: null, notes });
  });
});

test('a list that cannot be read stops nothing, and is said', async () => {
  const load = () => Promise.reject(new Failure('files-unreadable', 'x'));
  expect(await verdict('os', pypi, { load })).toEqual({ problem: null, notes: [expect.stringContaining('was not compared')] });
  await expect(verdict('os', pypi, { load: () => Promise.reject(new Error('a bug')) })).rejects.toThrow('a bug');
});

test('an empty list refuses nothing', async () => {
  expect(await verdict('os', pypi, { load: async () => readNameList('') })).toEqual({ problem: null, notes: [] });
});

function verdict(
  name: string,
  profile: IndexProfile,
  { isFirst = true, acceptedNames = [] as readonly string[], load = async () => shippedList } = {},
): Promise<NameVerdict> {
  return judgeReleaseName(load, { manifest: makeManifest(profile, name, '1.0', []), profile }, isFirst, acceptedNames);
}
