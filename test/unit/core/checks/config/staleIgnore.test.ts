import { expect, test } from 'vitest';

import { staleIgnore, staleSuppressions } from '../../../../../src/core/checks/config/staleIgnore.ts';
import { projectFacts } from '../projectFacts.ts';

const entry = (until: string) =>
  projectFacts({ 'pyproject.toml': `[tool.countersign]\nignore = [{ rule = "dep/unpinned", reason = "for now"${until} }]\n` }).document;

test.each([
  ['the day before', ', until = 2027-01-31', Date.UTC(2027, 0, 30), 0],
  ['the last moment of the day', ', until = 2027-01-31', Date.UTC(2027, 1, 1) - 1, 0],
  ['the day after', ', until = 2027-01-31', Date.UTC(2027, 1, 1), 1],
  ['no date', '', Date.UTC(2099, 0, 1), 0],
  ['a date that is none', ', until = "soon"', Date.UTC(2099, 0, 1), 0],
])('%s', (_, until, now, count) => {
  const found = [...staleIgnore.run({ document: entry(until), now }, 'library')];
  expect(found).toHaveLength(count);
  for (const { file, span } of found) expect([file, span.start.line]).toEqual(['pyproject.toml', 1]);
});

test('what silences nothing is told with its rule, where it stands', () => {
  const span = { start: { line: 3, character: 6 }, end: { line: 3, character: 40 } };
  expect(staleSuppressions([{ rule: 'dep/unpinned', how: 'comment', file: 'requirements.txt', span }])).toEqual([
    {
      rule: 'config/stale-ignore',
      severity: 'info',
      message: 'This silences nothing: dep/unpinned finds no fault here. Remove it.',
      file: 'requirements.txt',
      span,
    },
  ]);
});
