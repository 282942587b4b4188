import { describe, expect, test } from 'vitest';

import { gatherIndexFacts, type IndexFactsRequest } from '../../../src/app/gatherIndexFacts.ts';
import { addresses } from '../../../src/core/indexes/addresses.ts';
import type { ProjectListing, ReleaseListing } from '../../../src/core/indexFacts/projectListing.ts';
import { fakeIndexes, type IndexScript } from '../../fakes/fakeIndexes.ts';
import { uvLock } from '../core/checks/facts/factFindings.ts';
import { projectFacts, type Texts } from '../core/checks/projectFacts.ts';
import { advisory } from '../core/indexFacts/samples.ts';

const PUBLIC = addresses.pypi.readUrl;
const OURS = 'https://index.example/simple/';
const signal = new AbortController().signal;

function listing(...versions: readonly string[]): ProjectListing {
  return { status: 'active', statusReason: null, releases: versions.map(version => release(version)) };
}

function release(version: string, provenanceUrl: string | null = null): ReleaseListing {
  const files = [{ filename: `demo-${version}.tar.gz`, sha256: null, provenanceUrl }];
  return { version, yanked: null, uploadedAt: null, requiresPython: null, files };
}

async function gather(texts: Texts, script: IndexScript, more: Partial<IndexFactsRequest> = {}) {
  const { document, lock } = projectFacts(texts);
  const fake = fakeIndexes(script);
  const person = { references: [], isOff: false };
  const request = {
    documents: document.documents,
    locks: lock,
    person,
    ownNames: [],
    only: null,
    profile: 'application' as const,
    ...more,
  };
  return { ...(await gatherIndexFacts(fake, request, signal)), asked: fake.asked };
}

const file = (text: string) => ({ 'requirements.txt': `${text}\n` });
const onPublic = (projects: Readonly<Record<string, ProjectListing | 'closed' | 'unreachable'>>): IndexScript => ({
  projects: { [PUBLIC]: projects },
});

describe('indexes', () => {
  test('are asked once for each name', async () => {
    const texts = { ...file('demo==1.0\nother'), 'requirements-dev.txt': 'Demo>=1\n', 'uv.lock': uvLock({ third: '1' }, PUBLIC) };
    const { facts, asked, unanswered } = await gather(texts, onPublic({ demo: listing('1.0'), other: listing('2.0') }));
    expect(asked.filter(each => each.startsWith('PyPI'))).toEqual(['PyPI demo', 'PyPI other', 'PyPI third']);
    expect([...facts.packages.values()].map(({ name, kind, releases }) => [name, kind, releases.length])).toEqual([
      ['demo', 'listed', 1],
      ['other', 'listed', 1],
      ['third', 'absent', 0],
    ]);
    expect(unanswered).toEqual([]);
  });

  test('the facts are as old as the oldest answer', async () => {
    expect((await gather(file('demo\nother'), onPublic({}))).facts.asOf).toBe(60_000);
    expect((await gather(file('# nothing'), {})).facts).toEqual({ packages: new Map(), asOf: null });
  });

  test.each<[string, Texts, IndexScript, unknown]>([
    ['is closed', file('demo'), onPublic({ demo: 'closed' }), [{ name: 'demo', reason: 'closed' }]],
    ['is out of reach', file('demo'), onPublic({ demo: 'unreachable' }), [{ name: 'demo', reason: 'unreachable' }]],
    ['is not to be asked', file('--no-index\ndemo'), {}, [{ name: 'demo', reason: 'withheld' }]],
    [
      'lacks what may be in a folder',
      file('-i https://index.example/simple\n--find-links x\ndemo'),
      {},
      [{ name: 'demo', reason: 'withheld' }],
    ],
  ])('a name whose index %s is not known, and that is said', async (_, texts, script, expected) => {
    const { facts, unanswered } = await gather(texts, script);
    expect(facts.packages.size).toBe(0);
    expect(unanswered).toEqual(expected);
  });

  test.each<[string, string, IndexScript['projects'], readonly string[], boolean]>([
    ['that has it', '--extra-index-url https://index.example/simple', { [OURS]: { demo: listing('1.0') } }, ['index.example demo'], false],
    [
      'that lacks it',
      '--extra-index-url https://index.example/simple',
      { [PUBLIC]: { demo: listing('1.0') } },
      ['index.example demo', 'PyPI demo'],
      true,
    ],
    ['that is closed', '--extra-index-url https://index.example/simple', { [OURS]: { demo: 'closed' } }, ['index.example demo'], false],
    ['that is the main one', '-i https://index.example/simple', { [OURS]: { demo: listing('1.0') } }, ['index.example demo'], true],
  ])('a private index %s', async (_, option, projects, expected, isComplete) => {
    const { asked, facts } = await gather(file(`${option}\ndemo==1.0`), { ...(projects && { projects }) });
    expect(asked.filter(each => !each.startsWith('database'))).toEqual(expected);
    expect(facts.packages.get('demo')?.isComplete ?? false).toBe(isComplete);
  });
});

describe('the database of advisories', () => {
  const one = advisory('PYSEC-1', { affected: ['<2'] });

  test('is asked about what is pinned, and about what a fix may propose', async () => {
    const { asked, facts } = await gather(file('demo==1.0'), onPublic({ demo: listing('1.0', '2.0') }));
    expect(asked.filter(each => each.startsWith('database'))).toEqual(['database demo 1.0', 'database demo 2.0']);
    expect(facts.packages.get('demo')?.advisories).toEqual([]);
  });

  test('is asked about everything where something is reported', async () => {
    const more = advisory('PYSEC-2', { affected: ['==2'] });
    const script = { ...onPublic({ demo: listing('1.0', '2.0') }), advisories: { 'demo 1.0': [one], demo: [one, more] } };
    const { asked, facts } = await gather(file('demo==1.0'), script);
    expect(asked.at(-1)).toBe('database demo');
    expect(facts.packages.get('demo')?.advisories.map(({ id }) => id)).toEqual(['PYSEC-1', 'PYSEC-2']);
  });

  test.each<[string, Texts, Partial<IndexFactsRequest>, readonly string[]]>([
    ['a library’s range', file('demo>=1'), { profile: 'library' }, ['database demo']],
    ['an application’s range', file('demo<2'), {}, ['database demo 2.0', 'database demo 1.0']],
    ['what only a lock holds', { 'uv.lock': uvLock({ demo: '1.0' }, PUBLIC) }, {}, ['database demo 1.0']],
    ['a name that nobody has', file('nobody'), {}, ['database nobody']],
    ['a name from a private index', file('-i https://index.example/simple\ndemo==1.0'), {}, []],
  ])('%s', async (_, texts, more, expected) => {
    const projects = { demo: listing('1.0', '2.0') };
    const { asked } = await gather(texts, { projects: { [PUBLIC]: projects, [OURS]: projects } }, more);
    expect(asked.filter(each => each.startsWith('database'))).toEqual(expected);
  });

  test('where it does not answer the index is asked, and what nobody tells is said', async () => {
    const texts = file('demo==1.0\nother==1.0');
    const script = {
      ...onPublic({ demo: listing('1.0'), other: listing('1.0') }),
      advisories: { 'demo 1.0': null, 'other 1.0': null },
      ownAdvisories: { 'demo 1.0': [one] },
    };
    const { facts, unanswered } = await gather(texts, script);
    expect(facts.packages.get('demo')?.advisories).toEqual([one]);
    expect(unanswered).toEqual([{ name: 'other', reason: 'advisories' }]);
  });
});

describe('publishers', () => {
  const attested: ProjectListing = {
    status: 'active',
    statusReason: null,
    releases: [release('0.9', 'p/0.9'), release('1.0', 'p/1.0'), release('1.1', 'p/1.1')],
  };
  const publishers = { 'p/0.9': 'GitHub a/b', 'p/1.0': 'GitHub x/y' };

  test('are asked for of the release that is used, and of the one before', async () => {
    const { asked, facts } = await gather(file('demo==1.0'), { ...onPublic({ demo: attested }), publishers });
    expect(asked.filter(each => each.startsWith('publisher'))).toEqual(['publisher p/0.9', 'publisher p/1.0']);
    expect(facts.packages.get('demo')?.releases.map(({ publisher }) => publisher)).toEqual(['GitHub a/b', 'GitHub x/y', null]);
  });

  test.each<[string, Texts]>([
    ['a range', file('demo')],
    ['what only a lock holds', { 'uv.lock': uvLock({ demo: '1.0' }, PUBLIC) }],
    ['the first release that has any', file('demo==0.9')],
  ])('are not asked for of %s', async (_, texts) => {
    const { asked } = await gather(texts, { ...onPublic({ demo: attested }), publishers });
    expect(asked.filter(each => each.startsWith('publisher'))).toEqual([]);
  });
});

test('names beyond two thousand are not asked', async () => {
  const { asked, unanswered } = await gather(file(Array.from({ length: 2003 }, (_, place) => `p${place}`).join('\n')), {});
  expect(asked.filter(each => each.startsWith('PyPI'))).toHaveLength(2000);
  expect(unanswered.filter(({ reason }) => reason === 'too-many')).toHaveLength(3);
});
