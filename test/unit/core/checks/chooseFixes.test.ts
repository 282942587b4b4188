import { expect, test } from 'vitest';

import type { Fix } from '../../../../src/core/checks/check.ts';
import { applyEdits, chooseFixes } from '../../../../src/core/checks/chooseFixes.ts';
import { wholeFile } from '../../../../src/core/text/span.ts';

const TEXT = 'one\ntwo\nthree\n';

test.each<[string, readonly (readonly Fix[])[], number, string]>([
  ['fixes at several places', [[fix(0, 0, 3, 'ONE')], [fix(1, 0, 3, 'TWO')]], 2, 'ONE\nTWO\nthree\n'],
  ['the first of several fixes', [[fix(0, 0, 3, 'ONE'), fix(0, 0, 3, 'other')]], 1, 'ONE\ntwo\nthree\n'],
  ['none that has to be seen', [[fix(0, 0, 3, 'ONE', true)]], 0, TEXT],
  ['none that has to be chosen', [[{ ...fix(0, 0, 3, 'ONE'), needsChoice: true }]], 0, TEXT],
  ['the second, where the first has to be seen', [[fix(0, 0, 3, 'ONE', true), fix(0, 0, 3, '1')]], 1, '1\ntwo\nthree\n'],
  ['of two that overlap the first', [[fix(0, 0, 3, 'ONE')], [fix(0, 1, 2, '-')]], 1, 'ONE\ntwo\nthree\n'],
  ['of two that meet the first', [[fix(0, 0, 2, 'ON')], [fix(0, 2, 3, 'E')]], 1, 'ONe\ntwo\nthree\n'],
  ['of two insertions at a place the first', [[fix(1, 0, 0, 'a')], [fix(1, 0, 0, 'b')]], 1, 'one\natwo\nthree\n'],
  ['a finding without fixes', [[]], 0, TEXT],
])('%s', (_, fixes, count, expected) => {
  const chosen = chooseFixes(fixes.map(each => ({ message: '', file: 'a.txt', span: wholeFile, fixes: each })));
  expect([chosen.count, applyEdits(TEXT, chosen.edits)]).toEqual([count, expected]);
});

test('edits in different files do not touch', () => {
  const other: Fix = { title: '', edits: [{ file: 'b.txt', span: wholeFile, newText: 'x' }] };
  const findings = [[fix(0, 0, 0, 'y')], [other]].map(fixes => ({ message: '', file: 'a.txt', span: wholeFile, fixes }));
  expect(chooseFixes(findings).count).toBe(2);
});

function fix(line: number, from: number, to: number, newText: string, needsReview = false): Fix {
  const span = { start: { line, character: from }, end: { line, character: to } };
  return { title: '', needsReview, edits: [{ file: 'a.txt', span, newText }] };
}
