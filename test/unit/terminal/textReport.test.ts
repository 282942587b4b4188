import { expect, test } from 'vitest';

import type { PlacedReport } from '../../../src/terminal/placedReport.ts';
import { jsonReport } from '../../../src/terminal/jsonReport.ts';
import { textReport } from '../../../src/terminal/textReport.ts';
import { wholeFile } from '../../../src/core/text/span.ts';

const span = { start: { line: 2, character: 4 }, end: { line: 2, character: 8 } };
const report: PlacedReport = {
  folder: '/p',
  path: '.',
  shownPath: '.',
  pyproject: null,
  documents: [],
  locks: [],
  suppressed: [],
  unanswered: [],
  profile: { profile: 'library', reason: 'chosen' },
  findings: [
    { rule: 'toml/syntax', severity: 'hint', message: 'a', file: 'a.txt', span: wholeFile },
    {
      rule: 'toml/syntax',
      severity: 'info',
      message: 'b',
      file: 'b.txt',
      span,
      package: 'idna',
      rejection: 'C4',
      fixes: [{ title: 't', edits: [{ file: 'b.txt', span, newText: 'n' }] }],
    },
    { rule: 'config/invalid', severity: 'hint', message: 'c', file: 'c.txt', span },
  ],
  skipped: [
    { rule: 'toml/syntax', reason: 'offline' },
    { rule: 'config/invalid', reason: 'offline' },
  ],
};

test('text counts by severity and says what was not checked', () => {
  expect(textReport([report], false)).toBe(
    [
      '. (no pyproject.toml)',
      '  a.txt:1:1: hint: a [toml/syntax]',
      '  b.txt:3:5: note: b [toml/syntax]',
      '  c.txt:3:5: hint: c [config/invalid]',
      '  not checked, offline: toml/syntax, config/invalid',
      '',
      '1 note, 2 hints in one project.',
      '',
    ].join('\n'),
  );
});

test('JSON has all there is of a finding', () => {
  const { projects } = JSON.parse(jsonReport([report], '0.1.0')) as { projects: [{ findings: unknown[]; skipped: unknown[] }] };
  expect(projects[0].findings[1]).toEqual({
    rule: 'toml/syntax',
    severity: 'info',
    file: 'b.txt',
    range: span,
    message: 'b',
    package: 'idna',
    rejection: 'C4',
    fixes: [{ title: 't', edits: [{ file: 'b.txt', range: span, newText: 'n' }] }],
  });
  expect(projects[0].skipped).toEqual(report.skipped);
});
