import { describe, expect, test } from 'vitest';

import { advisoriesOf, vulnerabilitiesOf } from '../../../../src/core/indexFacts/advisoriesOf.ts';
import { asOfWords } from '../../../../src/core/indexFacts/asOfWords.ts';
import { isAffected } from '../../../../src/core/indexFacts/isAffected.ts';
import { joinAdvisories } from '../../../../src/core/indexFacts/joinAdvisories.ts';
import { advisory, AS_OF, listed, NOW } from './samples.ts';

describe('whether a version is affected', () => {
  test.each<[readonly string[], string, boolean]>([
    [[], '1.0', true],
    [['<1.2'], '1.1', true],
    [['<1.2'], '1.2', false],
    [['<1.2'], '1.2rc1', true],
    [['>=1.0,<1.2'], '0.9', false],
    [['>=1.0,<=1.2'], '1.2.0', true],
    [['==1.0'], '1', true],
    [['<1.0', '>=2.0'], '2.0.post1', true],
    [['<1.0', '>=2.0'], '1.5', false],
  ])('%j holds %s: %s', (affected, version, expected) => {
    expect(isAffected(advisory('X', { affected }), version)).toBe(expected);
  });
});

test('the table of all releases says what each would be told alone', () => {
  const versions = ['0.9', '1.0a1', '1.0', '1.0.post1', '1.1', '1.2rc1', '1.2', '2.0', '2.1'];
  const specifiers = ['<1.2', '>=1.0', '>=1.0,<1.2', '>=1.0,<=1.1', '==1.0', '>1.0', '<=0.9', '>=9', '', '~=1.0', '>=1.2,<1.0'];
  const advisories = specifiers.map(specifier => advisory(`X${specifier}`, { affected: [specifier] }));
  const facts = listed('demo', versions, { advisories: [...advisories, advisory('MAL-1')] });
  for (const version of [...versions, '1.0.0', '1.05', '3'])
    expect(advisoriesOf(facts, version)).toEqual(facts.advisories.filter(each => isAffected(each, version)));
  expect(vulnerabilitiesOf(facts, '9').map(({ id }) => id)).toEqual(['X>=1.0', 'X>1.0', 'X>=9']);
});

test('hundreds of reports on thousands of releases take no time to notice', () => {
  const versions = Array.from({ length: 3000 }, (_, place) => `1.${place}`);
  const advisories = Array.from({ length: 400 }, (_, place) =>
    advisory(`X${place}`, { affected: [`>=1.${place},<1.${place + 500}`, `==1.${place}`] }),
  );
  const facts = listed('demo', versions, { advisories });
  const started = performance.now();
  expect(versions.map(version => advisoriesOf(facts, version).length).reduce((sum, count) => sum + count)).toBe(400 * 500);
  expect(performance.now() - started).toBeLessThan(1000);
});

describe('reports of one thing', () => {
  test('are joined, by whatever id they share', () => {
    const joined = joinAdvisories([
      advisory('GHSA-1', { aliases: ['CVE-1'], severity: 'high', summary: 'Breaks', affected: ['<1.2'], fixedIn: ['1.2'], publishedAt: 5 }),
      advisory('OTHER-1', { affected: ['==3'] }),
      advisory('PYSEC-1', { aliases: ['CVE-2'], affected: ['<1.3'], fixedIn: ['1.3'], publishedAt: 3, reportedBy: ['Anna'] }),
      advisory('CVE-3', { aliases: ['CVE-1', 'CVE-2'], affected: ['<1.2'], severity: 'low' }),
    ]);
    expect(joined).toEqual([
      advisory('OTHER-1', { affected: ['==3'] }),
      advisory('PYSEC-1', {
        aliases: ['CVE-1', 'CVE-2', 'CVE-3', 'GHSA-1'],
        summary: 'Breaks',
        severity: 'high',
        affected: ['<1.3', '<1.2'],
        fixedIn: ['1.3', '1.2'],
        publishedAt: 3,
        reportedBy: ['Anna'],
      }),
    ]);
  });

  test('one that affects everything wins, and malware stays malware', () => {
    const [joined, ...others] = joinAdvisories([advisory('GHSA-1', { aliases: ['MAL-1'], affected: ['<1'] }), advisory('MAL-1')]);
    expect(others).toEqual([]);
    expect(joined).toMatchObject({ id: 'MAL-1', affected: [], isMalware: true });
  });
});

test.each([
  [NOW, AS_OF],
  [Date.UTC(2026, 0, 5, 3, 4), ' (index data of 5 Jan 2026, 03:04 UTC)'],
  [null, ''],
  [Infinity, ''],
])('the age of %s', (asOf, expected) => {
  expect(asOfWords(asOf)).toBe(expected);
});
