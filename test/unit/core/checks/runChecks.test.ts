import { expect, test } from 'vitest';

import type { Check, Finding, Need, Severity } from '../../../../src/core/checks/check.ts';
import { runChecks, type Gathered } from '../../../../src/core/checks/runChecks.ts';
import { wholeFile } from '../../../../src/core/text/span.ts';

const finding: Finding = { message: 'm', file: 'f', span: wholeFile };
const document = { fact: { pyproject: null, ownVersion: '0.1.0' } };
const gathered: Gathered = {
  document,
  lock: { missing: 'no lock' },
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
  const report = runChecks([made], gathered, 'library');
  expect(report.findings.map(found => found.severity)).toEqual(severities);
  expect(report.skipped.map(skipped => skipped.reason)).toEqual(reasons);
});

test('the profile decides the severity and is told to the check', () => {
  const made: Check<Need> = {
    ...check(['document'], 'off'),
    severity: { library: 'off', application: 'error' },
    run: (_, profile) => [{ ...finding, message: profile }],
  };
  expect(runChecks([made], gathered, 'library').findings).toEqual([]);
  expect(runChecks([made], gathered, 'application').findings).toEqual([
    { ...finding, message: 'application', rule: 'toml/syntax', severity: 'error' },
  ]);
});

test('a check gets the facts', () => {
  const made: Check<Need> = {
    ...check(['document', 'now'], 'error'),
    run: facts => [{ ...finding, message: JSON.stringify([facts.document, facts.now]) }],
  };
  expect(runChecks([made], gathered, 'library').findings[0]?.message).toBe(JSON.stringify([document.fact, 7]));
});

function check(needs: readonly Need[], severity: Severity | 'off', ...findings: Finding[]): Check<Need> {
  return {
    id: 'toml/syntax',
    title: 't',
    severity: { library: severity, application: severity },
    needs,
    run: () => (findings.length > 0 ? findings : [finding]),
  };
}
