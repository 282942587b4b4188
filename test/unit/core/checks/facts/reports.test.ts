import { describe, expect, test } from 'vitest';

import { factChecks } from '../../../../../src/core/checks/facts/factChecks.ts';
import { malicious } from '../../../../../src/core/checks/facts/malicious.ts';
import { vulnerable } from '../../../../../src/core/checks/facts/vulnerable.ts';
import type { Advisory } from '../../../../../src/core/indexFacts/indexFacts.ts';
import { absent, advisory, AS_OF, listed, NOW } from '../../indexFacts/samples.ts';
import { after, factsOf, findingsIn, marksIn, uvLock } from './factFindings.ts';

const releases = ['1.0', '1.1', '2.0', '2.1', '3.0rc1'];
const old = advisory('PYSEC-2026-1', { aliases: ['CVE-2026-1'], severity: 'high', affected: ['<1.1'], fixedIn: ['1.1'] });
const open = advisory('PYSEC-2026-2', { severity: 'moderate', affected: ['>=2.1'] });
const pyproject = (requirement: string) => ({
  'pyproject.toml': `[project]\nname = "own"\nversion = "1"\ndependencies = ["${requirement}"]\n`,
});
const file = (text: string) => ({ 'requirements.txt': `${text}\n` });

describe('dep/vulnerable in an application', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly Advisory[], readonly string[]]>([
    ['a pin, gravely', file('demo==1.0'), [old], ['requirements.txt:1:0 error']],
    ['a pin, less so', file('demo==2.1'), [open], ['requirements.txt:1:0 warning']],
    ['a pin that is repaired', file('demo==1.1'), [old], []],
    ['a range whose newest release is good', file('demo>=1.0'), [old], []],
    ['a range whose newest release is affected', file('demo>=1.0'), [open], ['requirements.txt:1:0 warning']],
    ['a range that ends before the repair', file('demo<1.1'), [old], ['requirements.txt:1:0 error']],
    [
      'a locked release, at its requirement',
      { ...pyproject('demo'), 'uv.lock': uvLock({ demo: '1.0' }) },
      [old],
      ['pyproject.toml:4:17 error'],
    ],
    ['a locked release that only the lock names', { 'uv.lock': uvLock({ demo: '1.0' }) }, [old], ['uv.lock:5:8 error']],
    ['malware, of which another rule speaks', file('demo==1.0'), [advisory('MAL-2026-1')], []],
  ])('%s', (_, texts, advisories, expected) => {
    expect(marksIn(vulnerable, factsOf(texts, listed('demo', releases, { advisories })))).toEqual(expected);
  });

  test('names the reports, and where they are repaired', () => {
    const more = [2, 3, 4].map(number => advisory(`GHSA-${number}`, { affected: ['<2.0'] }));
    const [finding] = findingsIn(vulnerable, factsOf(file('demo==1.0'), listed('demo', releases, { advisories: [...more, old] })));
    expect(finding?.message).toBe(
      `demo 1.0 has known vulnerabilities: PYSEC-2026-1 (CVE-2026-1, high), GHSA-2, GHSA-3 and 1 more. Repaired in 2.0.${AS_OF}`,
    );
  });

  test('says so where nothing repairs it', () => {
    const [finding] = findingsIn(vulnerable, factsOf(file('demo==2.1'), listed('demo', releases, { advisories: [open] })));
    expect(finding?.message).toContain('No later release is free of it.');
    expect(finding?.fixes).toEqual([]);
  });

  test.each([
    ['a pin goes to the first repair', 'demo==1.0  # x', 0, 'demo==1.1  # x'],
    ['or to the newest good release', 'demo==1.0  # x', 1, 'demo==2.1  # x'],
  ])('%s', (_, text, place, expected) => {
    const [finding] = findingsIn(vulnerable, factsOf(file(text), listed('demo', releases, { advisories: [old] })));
    expect(after(file(text), finding, place)).toBe(`${expected}\n`);
  });
});

describe('dep/vulnerable in a library', () => {
  test.each<[string, Readonly<Record<string, string>>, readonly Advisory[], readonly string[]]>([
    ['a range that admits the repair', pyproject('demo>=1.0'), [old], ['pyproject.toml:4:17 hint']],
    ['a range that leaves out what is affected', pyproject('demo>=1.1'), [old], []],
    ['a range that admits no repair', pyproject('demo<1.1'), [old], ['pyproject.toml:4:17 warning']],
    ['a pin', pyproject('demo==1.0'), [old], ['pyproject.toml:4:17 warning']],
    ['a range that is good, whatever its lock holds', { ...pyproject('demo>=1.1'), 'uv.lock': uvLock({ demo: '1.0' }) }, [old], []],
    ['a locked release that a new lock would mend', { 'uv.lock': uvLock({ demo: '1.0' }) }, [old], ['uv.lock:5:8 hint']],
    ['a locked release that nothing mends', { 'uv.lock': uvLock({ demo: '2.1' }) }, [open], ['uv.lock:5:8 warning']],
  ])('%s', (_, texts, advisories, expected) => {
    expect(marksIn(vulnerable, factsOf(texts, listed('demo', releases, { advisories })), 'library')).toEqual(expected);
  });

  test.each([
    ['demo', 'demo>=1.1'],
    ['demo >=1.0, <3', 'demo >=1.1, <3'],
    ['demo[a] ; python_version > \\"3\\"', 'demo[a]>=1.1 ; python_version > \\"3\\"'],
    ['demo~=1.0', 'demo>=1.1,~=1.0'],
  ])('%s has its bound raised', (requirement, expected) => {
    const texts = pyproject(requirement);
    const [finding] = findingsIn(vulnerable, factsOf(texts, listed('demo', releases, { advisories: [old] })), 'library');
    expect(after(texts, finding)).toBe(pyproject(expected)['pyproject.toml']);
  });
});

describe('dep/malicious', () => {
  const everything = advisory('MAL-2026-7', { publishedAt: NOW, reportedBy: ['Anna', 'Ben', 'Cem'] });
  const one = advisory('MAL-2026-8', { affected: ['==1.1'] });

  test.each<[string, Readonly<Record<string, string>>, Advisory, readonly string[]]>([
    ['a project that is nothing else', file('demo'), everything, ['requirements.txt:1:0']],
    ['the release that is pinned', file('demo==1.1'), one, ['requirements.txt:1:0']],
    ['another release than the pinned one', file('demo==1.0'), one, []],
    ['a range that admits it', file('demo<2'), one, ['requirements.txt:1:0']],
    ['a range that does not', file('demo>=2'), one, []],
    ['what a lock holds', { 'uv.lock': uvLock({ demo: '1.1' }) }, one, ['uv.lock:5:8']],
    ['a vulnerability, of which another rule speaks', file('demo==1.0'), old, []],
  ])('%s', (_, texts, report, expected) => {
    expect(marksIn(malicious, factsOf(texts, listed('demo', releases, { advisories: [report] })))).toEqual(expected);
  });

  test('is known of what is no longer on the index', () => {
    expect(marksIn(malicious, factsOf(file('demo'), absent('demo', { advisories: [one] })))).toEqual(['requirements.txt:1:0']);
  });

  test('says who reported it when, and takes the line out', () => {
    const texts = { 'requirements.txt': 'other==1\ndemo==1.1 \\\n  --hash=sha256:00\nlast==2\n' };
    const [finding] = findingsIn(malicious, factsOf(texts, listed('demo', releases, { advisories: [everything] })));
    expect(finding?.message).toBe(
      `demo 1.1 is reported as malware: MAL-2026-7, 22 Nov 2026, by Anna, Ben. Remove it, and replace the secrets of every machine that installed it.${AS_OF}`,
    );
    expect(after(texts, finding)).toBe('other==1\nlast==2\n');
  });
});

test('no rule speaks where nothing is known', () => {
  const texts = {
    ...pyproject('demo==1.0'),
    'requirements.txt': `demo==1.0 --hash=sha256:${'0'.repeat(64)}\n`,
    'uv.lock': uvLock({ other: '1' }),
  };
  for (const check of factChecks) expect(marksIn(check, factsOf(texts))).toEqual([]);
});
