import { expect, test } from 'vitest';

import { factGatherer } from '../../../src/app/factGatherer.ts';
import type { PackageAnswer } from '../../../src/app/ports.ts';
import { liveProjectOf } from '../../fakes/liveProjectOf.ts';

const never = new AbortController().signal;
const PROJECT = { 'pyproject.toml': '[project]\nname = "Own.Name"\nversion = "1"\ndependencies = ["idna", "own-name", "sibling>=1"]\n' };

/** Answers every name the same, and remembers who was asked for. */
function ports(reason: 'closed' | 'unreachable' | null) {
  const asked: string[] = [];
  const lookUp = async (name: string, [index]: readonly { url: string; name: string; isPublic: boolean }[]): Promise<PackageAnswer> => {
    asked.push(name);
    if (index === undefined) throw new Error('Nobody was to be asked.');
    return reason === null ? { kind: 'absent', index, fetchedAt: 0 } : { kind: 'unknown', index, reason };
  };
  return {
    asked,
    index: { lookUp, publisherOf: async () => null, vulnerabilities: async () => null },
    advisories: { find: async () => [] },
    settings: { read: async () => ({ references: [], isOff: false }) },
  };
}

test('no name of a project of the person is asked for, whichever way it is written', async () => {
  const world = ports(null);
  await factGatherer(world, null, async () => ['Sibling', 'not a name'])(await liveProjectOf(PROJECT), never);
  expect(world.asked).toEqual(['idna']);
});

test.each([
  ['cannot be reached', 'unreachable', { missing: 'the index cannot be reached' }],
  ['wants credentials', 'closed', { fact: { packages: new Map(), asOf: null } }],
] as const)('an index that %s tells nothing', async (_, reason, index) => {
  const gathered = await factGatherer(ports(reason), null)(await liveProjectOf(PROJECT), never);
  expect(gathered.index).toEqual(index);
});
