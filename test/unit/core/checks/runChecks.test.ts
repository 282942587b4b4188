import { describe, expect, test } from 'vitest';

import type { Check, CheckId, DocumentFacts, Finding, Need, Severity } from '../../../../src/core/checks/check.ts';
import { runChecks, type Gathered, type Strictness } from '../../../../src/core/checks/runChecks.ts';
import { wholeFile } from '../../../../src/core/text/span.ts';

const finding: Finding = { message: 'm', file: 'f', span: wholeFile };
const fact: DocumentFacts = { pyproject: null, documents: [], filesBeside: [], pinning: 'advice', ownVersion: '0.1.0' };
const document = { fact };
const strictness: Strictness = { profile: 'library', pinning: 'advice', enabled: [], occasion: 'writing' };
const gathered: Gathered = {
  document,
  lock: { missing: 'no lock' },
  names: { missing: 'no names' },
  index: { missing: 'offline' },
  artifacts: { missing: 'no artifacts' },
  git: { missing: 'no git' },
  now: { fact: 7 },
};

test.each<[string, Check<Need>, string[], string[]]>([
  ['has what it needs', check(['document', 'now'], 'warning'), ['warning'], []],
  ['lacks the index', check(['document', 'index'], 'warning'), [], ['offline']],
  ['lacks two things', check(['git', 'index'], 'warning'), [], ['no git']],
  ['is off', check(['document'], 'off'), [], []],
  ['is off and lacks something', check(['index'], 'off'), [], []],
  ['has a finding of another severity', check(['document'], 'hint', { ...finding, severity: 'error' }), ['error'], []],
])('a check that %s', (_, made, severities, reasons) => {
  const report = runChecks([made], gathered, strictness);
  expect(report.findings.map(found => found.severity)).toEqual(severities);
  expect(report.skipped.map(skipped => skipped.reason)).toEqual(reasons);
});

test('the profile decides the severity and is told to the check', () => {
  const made: Check<Need> = {
    ...check(['document'], 'off'),
    severity: { library: 'off', application: 'error' },
    run: (_, profile) => [{ ...finding, message: profile }],
  };
  expect(runChecks([made], gathered, strictness).findings).toEqual([]);
  expect(runChecks([made], gathered, { ...strictness, profile: 'application' }).findings).toEqual([
    { ...finding, message: 'application', rule: 'toml/syntax', severity: 'error' },
  ]);
});

test('a check gets the facts', () => {
  const made: Check<Need> = {
    ...check(['document', 'now'], 'error'),
    run: facts => [{ ...finding, message: JSON.stringify([facts.document, facts.now]) }],
  };
  expect(runChecks([made], gathered, strictness).findings[0]?.message).toBe(JSON.stringify([document.fact, 7]));
});

describe('how grave a finding is', () => {
  const table = (id: CheckId, library: Severity | 'off', application: Severity | 'off', atRelease?: Severity): Check<Need> => ({
    ...check(['document'], 'off'),
    id,
    severity: { library, application },
    ...(atRelease && { severityAtRelease: { library: atRelease, application: atRelease } }),
    run: (_, profile) => [{ ...finding, message: profile }],
  });
  test.each<[string, Check<Need>, Partial<Strictness>, (readonly [string, Severity])[]]>([
    ['as the table says', table('dep/unpinned', 'off', 'warning'), {}, []],
    [
      'strict pins take the application for a library',
      table('dep/unpinned', 'off', 'warning'),
      { pinning: 'strict' },
      [['application', 'warning']],
    ],
    [
      'strict pins keep what only libraries are told',
      table('dep/direct-reference', 'error', 'off'),
      { pinning: 'strict' },
      [['library', 'error']],
    ],
    ['strict pins want exact pins', table('dep/exact-pin-in-library', 'warning', 'off'), { pinning: 'strict' }, []],
    ['strict pins warn of a missing bound', table('dep/no-lower-bound', 'info', 'off'), { pinning: 'strict' }, [['library', 'warning']]],
    ['no pins, no word of them', table('dep/no-lower-bound', 'info', 'off'), { pinning: 'off' }, []],
    ['no pins, other rules stay', table('dep/duplicate', 'warning', 'warning'), { pinning: 'off' }, [['library', 'warning']]],
    [
      'a release is judged by its own column',
      table('lock/vcs', 'off', 'info', 'warning'),
      { occasion: 'release' },
      [['library', 'warning']],
    ],
    [
      'a rule that is off is a hint where it is asked for',
      table('dep/upper-cap-in-library', 'off', 'off'),
      { enabled: ['dep/upper-cap-in-library'] },
      [['library', 'hint']],
    ],
  ])('%s', (_, made, over, expected) => {
    const { findings, ran } = runChecks([made], gathered, { ...strictness, ...over });
    expect(findings.map(({ message, severity }) => [message, severity])).toEqual(expected);
    expect(ran.has(made.id)).toBe(expected.length > 0);
  });
});

function check(needs: readonly Need[], severity: Severity | 'off', ...findings: Finding[]): Check<Need> {
  return {
    id: 'toml/syntax',
    title: 't',
    documentation: { what: '', why: '', mend: '', sources: [] },
    severity: { library: severity, application: severity },
    needs,
    run: () => (findings.length > 0 ? findings : [finding]),
  };
}
