import { describe, expect, test } from 'vitest';

import { checkIds, type CheckId } from '../../../../src/core/checks/check.ts';
import type { ReportedFinding } from '../../../../src/core/checks/runChecks.ts';
import { applySuppressions, type SuppressionFacts, type SuppressionResult } from '../../../../src/core/checks/suppressions.ts';
import { readToolTable } from '../../../../src/core/project/toolTable.ts';
import { wholeFile } from '../../../../src/core/text/span.ts';
import { projectFacts, type Texts } from './projectFacts.ts';

const REQUIREMENTS = `# countersign: ignore[lock/missing] the head speaks for the file
idna  # countersign: ignore[dep/unpinned] never moves
click  # countersign: ignore[dep/not-hashed]
six==1.16.0 \\
    --hash=sha256:aaaa \\
    --hash=sha256:bbbb  # countersign: ignore[dep/malformed-hash, dep/weak-hash] made by hand
# countersign: ignore[dep/unpinned] for the next line

attrs
`;

const LIST = `[project]
name = "demo"
dependencies = [
  "idna", # countersign: ignore[dep/no-lower-bound] all of them do
  # countersign: ignore[dep/no-lower-bound] this too
  "click",
  "six",
]
[tool.poetry.dependencies]
attrs = { version = "*", extras = [ # countersign: ignore[dep/no-lower-bound] any will do
  "all",
] }
`;

test.each<[string, Texts, CheckId, string, number, boolean]>([
  ['on its own line', { 'r.txt': REQUIREMENTS }, 'dep/unpinned', 'r.txt', 1, true],
  ['of another rule', { 'r.txt': REQUIREMENTS }, 'dep/yanked', 'r.txt', 1, false],
  ['on another line', { 'r.txt': REQUIREMENTS }, 'dep/unpinned', 'r.txt', 2, false],
  ['in another file', { 'r.txt': REQUIREMENTS }, 'dep/unpinned', 'other.txt', 1, false],
  ['without a reason', { 'r.txt': REQUIREMENTS }, 'dep/not-hashed', 'r.txt', 2, false],
  ['below a continued line, for the requirement', { 'r.txt': REQUIREMENTS }, 'dep/malformed-hash', 'r.txt', 3, true],
  ['below a continued line, for a hash between', { 'r.txt': REQUIREMENTS }, 'dep/malformed-hash', 'r.txt', 4, true],
  ['of the second of its rules', { 'r.txt': REQUIREMENTS }, 'dep/weak-hash', 'r.txt', 5, true],
  ['above the line', { 'r.txt': REQUIREMENTS }, 'dep/unpinned', 'r.txt', 8, true],
  ['behind an element of a list', { 'pyproject.toml': LIST }, 'dep/no-lower-bound', 'pyproject.toml', 3, true],
  ['above an element of a list', { 'pyproject.toml': LIST }, 'dep/no-lower-bound', 'pyproject.toml', 5, true],
  ['two lines above', { 'pyproject.toml': LIST }, 'dep/no-lower-bound', 'pyproject.toml', 6, false],
  ['within an inline table', { 'pyproject.toml': LIST }, 'dep/no-lower-bound', 'pyproject.toml', 9, true],
])('a comment %s', (_, texts, rule, file, line, isSilenced) => {
  const { findings, suppressed } = apply([finding(rule, file, line)], texts);
  expect([findings.length, suppressed.length]).toEqual(isSilenced ? [0, 1] : [1, 0]);
});

test('a comment at the head speaks for the whole file, and only there', () => {
  const whole = (rule: CheckId) => ({ ...finding(rule, 'r.txt', 0), span: wholeFile });
  expect(apply([whole('lock/missing')], { 'r.txt': REQUIREMENTS }).suppressed).toHaveLength(1);
  expect(apply([whole('dep/unpinned')], { 'r.txt': REQUIREMENTS }).suppressed).toHaveLength(0);
});

describe('an entry of the table', () => {
  const entry = (fields: string) => ({
    'pyproject.toml': `[tool.countersign]\nignore = [{ rule = "dep/unpinned", reason = "why"${fields} }]\n`,
  });

  test.each<[string, string, Partial<ReportedFinding>, number | null, boolean]>([
    ['for every package', '', { package: 'idna' }, null, true],
    ['for a file without packages', '', {}, null, true],
    ['for this package, written otherwise', ', package = "Zope.Interface"', { package: 'zope-interface' }, null, true],
    ['for another package', ', package = "idna"', { package: 'click' }, null, false],
    ['for a package where there is none', ', package = "idna"', {}, null, false],
    ['before its date', ', until = 2027-01-31', {}, Date.UTC(2027, 0, 31, 12), true],
    ['past its date', ', until = 2027-01-31', {}, Date.UTC(2027, 1, 1), false],
    ['with a date, where nobody knows the time', ', until = 2027-01-31', {}, null, true],
    ['of another rule', '', { rule: 'dep/yanked' }, null, false],
  ])('%s', (_, fields, about, now, isSilenced) => {
    const { findings, suppressed } = apply([{ ...finding('dep/unpinned', 'uv.lock', 7), ...about }], entry(fields), { now });
    expect([findings.length, suppressed.length]).toEqual(isSilenced ? [0, 1] : [1, 0]);
  });

  test('past its date is no suppression at all, so it is not told as unused', () => {
    expect(apply([], entry(', until = 2027-01-31'), { now: Date.UTC(2028, 0, 1) }).unused).toEqual([]);
  });
});

test("an accepted name silences its look-alike finding and no other; the project's own is heard elsewhere", () => {
  const texts = { 'pyproject.toml': '[tool.countersign]\nnames = [{ name = "A.B", reason = "x" }, { name = "own", reason = "y" }]\n' };
  const about = (rule: CheckId, name: string) => ({ ...finding(rule, 'r.txt', 0), package: name });
  const found = [about('dep/typosquat', 'a-b'), about('dep/typosquat', 'c'), about('dep/unpinned', 'a-b')];
  const { findings, suppressed, unused } = apply(found, texts, { ownName: 'own' });
  expect(findings).toEqual(found.slice(1));
  expect(suppressed).toEqual([{ ...found[0], reason: 'x', how: 'table' }]);
  expect(unused).toEqual([]);
  expect(apply([], texts).unused).toHaveLength(2);
});

test('what is set aside keeps its reason and says how', () => {
  const texts = { 'r.txt': 'idna # countersign: ignore[dep/unpinned] never moves\n' };
  expect(apply([finding('dep/unpinned', 'r.txt', 0)], texts).suppressed).toEqual([
    { ...finding('dep/unpinned', 'r.txt', 0), reason: 'never moves', how: 'comment' },
  ]);
});

test('what silences nothing is told, each rule for itself', () => {
  const texts = {
    'pyproject.toml': '[tool.countersign]\nignore = [{ rule = "dep/yanked", reason = "why" }]\n',
    'r.txt': 'idna # countersign: ignore[dep/unpinned, dep/not-hashed] why\n',
  };
  const { unused } = apply([finding('dep/unpinned', 'r.txt', 0)], texts);
  expect(unused.map(({ rule, how, file, span }) => [rule, how, file, span.start.line])).toEqual([
    ['dep/not-hashed', 'comment', 'r.txt', 0],
    ['dep/yanked', 'table', 'pyproject.toml', 1],
  ]);
});

test('a rule that was not run makes no suppression stale', () => {
  const texts = { 'r.txt': 'idna # countersign: ignore[dep/yanked] why\n' };
  expect(apply([], texts, { ran: new Set(['dep/unpinned']) }).unused).toEqual([]);
  expect(apply([], texts).unused).toHaveLength(1);
});

test.each<CheckId>(['toml/syntax', 'config/invalid', 'config/stale-ignore'])('%s stays whatever is asked', rule => {
  const texts = { 'r.txt': `idna # countersign: ignore[${rule}] why\n` };
  const { findings, unused } = apply([finding(rule, 'r.txt', 0)], texts);
  expect(findings).toHaveLength(1);
  expect(unused).toEqual([]);
});

test('two suppressions of one finding are both of use', () => {
  const texts = { 'r.txt': '# countersign: ignore[dep/unpinned] above\nidna # countersign: ignore[dep/unpinned] behind\n' };
  expect(apply([finding('dep/unpinned', 'r.txt', 1)], texts).unused).toEqual([]);
});

function finding(rule: CheckId, file: string, line: number): ReportedFinding {
  return { rule, severity: 'warning', message: 'm', file, span: { start: { line, character: 1 }, end: { line, character: 4 } } };
}

function apply(findings: readonly ReportedFinding[], texts: Texts, others: Partial<SuppressionFacts> = {}): SuppressionResult {
  const { documents } = projectFacts(texts).document;
  return applySuppressions(findings, {
    documents,
    table: readToolTable(documents),
    ownName: '',
    now: null,
    ran: new Set(checkIds),
    ...others,
  });
}
