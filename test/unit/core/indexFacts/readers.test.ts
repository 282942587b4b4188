import { describe, expect, test } from 'vitest';

import { cvss3Severity } from '../../../../src/core/indexFacts/cvss3Severity.ts';
import { fileVersion } from '../../../../src/core/indexFacts/fileVersion.ts';
import { stretchesOf } from '../../../../src/core/indexFacts/osvStretches.ts';
import { readIndexVulnerabilities } from '../../../../src/core/indexFacts/readIndexVulnerabilities.ts';
import { readOsvAdvisory } from '../../../../src/core/indexFacts/readOsvAdvisory.ts';
import { readProjectListing } from '../../../../src/core/indexFacts/readProjectListing.ts';
import { readPublisher } from '../../../../src/core/indexFacts/readPublisher.ts';

describe('the version in a file’s name', () => {
  test.each([
    ['demo-1.0-py3-none-any.whl', 'demo', '1.0'],
    ['my_demo-1.0-1-cp311-cp311-manylinux_2_17_x86_64.whl', 'my-demo', '1.0'],
    ['my-demo-1.0.tar.gz', 'my-demo', '1.0'],
    ['My.Demo-1.0rc1.zip', 'my-demo', '1.0rc1'],
    ['demo-1.0.tar.bz2', 'demo', '1.0'],
    ['demo-1.0-py2.7.egg', 'demo', '1.0'],
    ['demo-1.0.win32-py2.7.exe', 'demo', '1.0'],
    ['demo-1.0.linux-x86_64.tar.gz', 'demo', '1.0'],
    ['demo-1.0-1.noarch.rpm', 'demo', '1.0'],
    ['other-1.0.tar.gz', 'demo', null],
    ['demo-soon.tar.gz', 'demo', null],
    ['demo.tar.gz', 'demo', null],
    ['demo-1.0', 'demo', null],
    ['demo- 1.0.tar.gz', 'demo', null],
  ])('%s of %s', (filename, project, expected) => {
    expect(fileVersion(filename, project)).toBe(expected);
  });
});

describe('a project’s page', () => {
  const sha256 = 'AB'.repeat(32);
  const file = (filename: string, more: object = {}) => ({ filename, url: 'x', hashes: { sha256 }, ...more });

  test('is read into releases, oldest first', () => {
    const page = {
      versions: ['1.0', '1.0rc1', '0.9'],
      'project-status': { status: 'archived', reason: 'done' },
      files: [
        file('demo-1.0-py3-none-any.whl', {
          'upload-time': '2026-01-02T00:00:00Z',
          'requires-python': '>=3.9',
          provenance: 'https://index.example/p',
        }),
        file('demo-1.0.tar.gz', { 'upload-time': '2026-01-01T00:00:00.5Z', hashes: {} }),
        file('demo-1.0.0.zip'),
        file('demo-1.0rc1.tar.gz', { yanked: true }),
      ],
    };
    const listing = readProjectListing(page, 'demo');
    expect(listing).toMatchObject({ status: 'archived', statusReason: 'done' });
    expect(listing?.releases.map(({ version, files }) => [version, files.length])).toEqual([
      ['0.9', 0],
      ['1.0rc1', 1],
      ['1.0', 3],
    ]);
    expect(listing?.releases[2]).toMatchObject({ yanked: null, uploadedAt: Date.UTC(2026, 0, 1, 0, 0, 0, 500), requiresPython: '>=3.9' });
    expect(listing?.releases[2]?.files.slice(0, 2)).toEqual([
      { filename: 'demo-1.0-py3-none-any.whl', sha256: 'ab'.repeat(32), provenanceUrl: 'https://index.example/p' },
      { filename: 'demo-1.0.tar.gz', sha256: null, provenanceUrl: null },
    ]);
  });

  test.each([
    ['not at all', [false, false], null],
    ['in part', ['broken', false], null],
    ['with a reason', [true, 'broken'], 'broken'],
    ['without', [true, ''], ''],
  ])('is yanked %s', (_, states, expected) => {
    const files = states.map((yanked, place) => file(`demo-1.0-${place}-py3-none-any.whl`, { yanked }));
    expect(readProjectListing({ files }, 'demo')?.releases[0]?.yanked).toBe(expected);
  });

  test.each<[string, unknown]>([
    ['nothing', null],
    ['text', 'x'],
    ['no list of files', { files: {} }],
  ])('that is %s is none', (_, page) => {
    expect(readProjectListing(page, 'demo')).toBeNull();
  });

  test('odd parts are left out', () => {
    const page = {
      files: [
        1,
        null,
        {},
        { filename: 5 },
        file('demo-1.0.tar.gz', { hashes: { sha256: 'short' }, 'upload-time': 'soon', yanked: 7, provenance: 7, 'requires-python': [] }),
      ],
      versions: ['1.0', '__proto__', 'constructor', 7, '1.0\n==2', `1.${'0'.repeat(500)}`],
      'project-status': { status: 'on fire' },
    };
    expect(readProjectListing(page, 'demo')).toEqual({
      status: 'active',
      statusReason: null,
      releases: [
        {
          version: '1.0',
          yanked: null,
          uploadedAt: null,
          requiresPython: null,
          files: [{ filename: 'demo-1.0.tar.gz', sha256: null, provenanceUrl: null }],
        },
      ],
    });
  });

  test('of 100,000 files takes no more than a few seconds', () => {
    const files = Array.from({ length: 100_000 }, (_, place) => file(`demo-1.${place % 5000}-${place}-py3-none-any.whl`));
    const started = performance.now();
    expect(readProjectListing({ files }, 'demo')?.releases).toHaveLength(5000);
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe('OSV’s ranges', () => {
  test.each([
    ['all', [{ introduced: '0' }], ['']],
    ['up to a repair', [{ introduced: '0' }, { fixed: '1.2' }], ['<1.2']],
    ['between two', [{ introduced: '1.0' }, { fixed: '1.2' }], ['>=1.0,<1.2']],
    ['up to the last', [{ introduced: '1.0' }, { last_affected: '1.2' }], ['>=1.0,<=1.2']],
    ['several, in disorder', [{ fixed: '1.2' }, { introduced: '2.0' }, { introduced: '1.0' }], ['>=1.0,<1.2', '>=2.0']],
    ['several ranges', [{ introduced: '0' }, { fixed: '1.2' }, { introduced: '2.0' }, { fixed: '2.3' }], ['<1.2', '>=2.0,<2.3']],
    ['odd ones', [{ introduced: '0' }, { fixed: 'soon' }, { limit: '3' }], ['']],
    ['none', [], []],
  ])('%s', (_, events, expected) => {
    expect(stretchesOf(events as Record<string, string>[])).toEqual(expected);
  });
});

describe('a record of OSV', () => {
  const affected = {
    package: { ecosystem: 'PyPI', name: 'My_Demo' },
    ranges: [{ type: 'ECOSYSTEM', events: [{ introduced: '0' }, { fixed: '1.2' }] }],
    versions: ['1.0', '1.1'],
  };
  const record = {
    id: 'GHSA-1',
    aliases: ['CVE-1', 'PYSEC-1'],
    summary: 'It breaks.',
    published: '2026-01-02T00:00:00Z',
    database_specific: { severity: 'MODERATE' },
    credits: [{ name: 'Anna', type: 'FINDER' }],
    affected: [affected, { ...affected, package: { ecosystem: 'npm', name: 'my-demo' } }],
  };

  test('is read for one project', () => {
    expect(readOsvAdvisory(record, 'my-demo')).toEqual({
      id: 'GHSA-1',
      aliases: ['CVE-1', 'PYSEC-1'],
      summary: 'It breaks.',
      isMalware: false,
      severity: 'moderate',
      affected: ['<1.2'],
      fixedIn: ['1.2'],
      publishedAt: Date.UTC(2026, 0, 2),
      reportedBy: ['Anna'],
    });
    expect(readOsvAdvisory(record, 'other')).toBeNull();
    expect(readOsvAdvisory({ ...record, withdrawn: '2026-01-03T00:00:00Z' }, 'my-demo')).toBeNull();
  });

  test.each<[string, object, object]>([
    ['without ranges the list counts', { affected: [{ ...affected, ranges: [] }] }, { affected: ['==1.0', '==1.1'] }],
    ['without either everything does', { affected: [{ package: affected.package }] }, { affected: [] }],
    [
      'ranges of commits do not',
      { affected: [{ ...affected, ranges: [{ type: 'GIT', events: [{ introduced: '0' }] }] }] },
      { affected: ['==1.0', '==1.1'] },
    ],
    ['malware by its id', { id: 'MAL-1' }, { isMalware: true }],
    ['malware by an alias', { aliases: ['MAL-1'] }, { isMalware: true }],
    [
      'a score for a word',
      { database_specific: {}, severity: [{ type: 'CVSS_V3', score: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H' }] },
      { severity: 'critical' },
    ],
  ])('%s', (_, changes, expected) => {
    expect(readOsvAdvisory({ ...record, ...changes }, 'my-demo')).toMatchObject(expected);
  });

  test.each([null, 7, {}, { id: 5 }, { id: 'X', affected: 'all' }, { ...record, affected: [7, null, {}] }])('%j is none', odd => {
    expect(readOsvAdvisory(odd, 'my-demo')).toBeNull();
  });
});

describe('CVSS 3', () => {
  test.each([
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H', 'critical'],
    ['CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:H', 'high'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:R/S:C/C:L/I:L/A:N', 'moderate'],
    ['CVSS:3.1/AV:N/AC:H/PR:N/UI:N/S:U/C:L/I:N/A:N', 'low'],
    ['CVSS:3.1/AV:N/AC:L/PR:L/UI:N/S:C/C:H/I:H/A:H', 'critical'],
    ['CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:N/I:N/A:N', null],
    ['CVSS:3.1/AV:N', null],
    ['CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N', null],
    ['', null],
  ])('%s is %s', (vector, expected) => {
    expect(cvss3Severity(vector)).toBe(expected);
  });
});

describe('an index’s own reports', () => {
  test('are of the version that was asked for', () => {
    const page = {
      vulnerabilities: [
        { id: 'PYSEC-1', aliases: ['CVE-1'], fixed_in: ['1.2', 'x y'], summary: null, withdrawn: null },
        { id: 'PYSEC-2', withdrawn: '2026' },
        5,
      ],
    };
    expect(readIndexVulnerabilities(page, '1.0')).toEqual([
      {
        id: 'PYSEC-1',
        aliases: ['CVE-1'],
        summary: '',
        isMalware: false,
        severity: null,
        affected: ['==1.0'],
        fixedIn: ['1.2'],
        publishedAt: null,
        reportedBy: [],
      },
    ]);
    expect(readIndexVulnerabilities({}, '1.0')).toBeNull();
  });
});

describe('provenance', () => {
  test.each<[unknown, string | null]>([
    [{ attestation_bundles: [{ publisher: { kind: 'GitHub', repository: 'a/b', workflow: 'w' } }] }, 'GitHub a/b'],
    [{ attestation_bundles: [{ publisher: { kind: 'Google', email: 'a@b.example' } }] }, 'Google a@b.example'],
    [{ attestation_bundles: [{ publisher: { kind: 'Other' } }] }, 'Other'],
    [{ attestation_bundles: [] }, null],
    [null, null],
  ])('%j', (provenance, expected) => {
    expect(readPublisher(provenance)).toBe(expected);
  });
});
