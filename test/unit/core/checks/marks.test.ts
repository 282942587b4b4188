import { expect, test } from 'vitest';

import type { Severity, CheckId } from '../../../../src/core/checks/check.ts';
import { marksOf } from '../../../../src/core/checks/marks.ts';
import type { ReportedFinding } from '../../../../src/core/checks/runChecks.ts';
import { readDocument } from '../../../../src/core/documents/readDocument.ts';
import { wholeFile } from '../../../../src/core/text/span.ts';

const document = readDocument('requirements.txt', 'requirements', 'idna==3.10\nattrs==25.1 \\\n    --hash=sha256:aa\n');

test.each<[string, readonly ReportedFinding[], readonly string[]]>([
  ['of a requirement the gravest', [finding('dep/unpinned', 'warning', 0), finding('dep/not-hashed', 'error', 0, 4)], ['dep/not-hashed']],
  ['of equals the first of the rules', [finding('dep/yanked', 'warning', 0), finding('dep/unpinned', 'warning', 0)], ['dep/unpinned']],
  [
    'one each of two requirements',
    [finding('dep/yanked', 'warning', 1), finding('dep/unpinned', 'info', 0)],
    ['dep/unpinned', 'dep/yanked'],
  ],
  [
    'all that is in no requirement',
    [finding('index/extra', 'info', 3), finding('index/insecure', 'info', 3)],
    ['index/insecure', 'index/extra'],
  ],
  ['all about the whole file', [whole('lock/missing'), whole('lock/stale')], ['lock/missing', 'lock/stale']],
  ['none of another file', [{ ...finding('dep/yanked', 'warning', 0), file: 'other.txt' }], []],
])('%s is marked', (_, findings, rules) => {
  const { shown, rest } = marksOf(findings, 'requirements.txt', document);
  expect([shown.map(({ rule }) => rule), rest]).toEqual([rules, 0]);
});

test('the gravest hundred are marked by their places, and the rest is counted', () => {
  const many = Array.from({ length: 150 }, (_, line) => finding('lock/unhashed', line === 149 ? 'error' : 'warning', line));
  const { shown, rest } = marksOf(many, 'requirements.txt', null);
  expect([shown.length, rest]).toEqual([100, 50]);
  expect(shown.map(({ span }) => span.start.line)).toEqual([...Array.from({ length: 99 }, (_, line) => line), 149]);
});

function finding(rule: CheckId, severity: Severity, line: number, character = 0): ReportedFinding {
  return { rule, severity, message: '', file: 'requirements.txt', span: { start: { line, character }, end: { line, character: 6 } } };
}

function whole(rule: CheckId): ReportedFinding {
  return { ...finding(rule, 'warning', 0), span: wholeFile };
}
