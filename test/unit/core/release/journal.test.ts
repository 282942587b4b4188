import { expect, test } from 'vitest';

import { findInterrupted, type JournalEntry } from '../../../../src/core/release/journal.ts';

const line = (event: JournalEntry['event'], digest: string): string =>
  `${JSON.stringify({ event, digest, index: 'PyPI', uploadUrl: 'u', project: 'p', version: '1', filename: `${digest}.whl`, folder: '/s', time: 't' })}\n`;

test.each([
  ['nothing was ever sent', '', null],
  ['approved, and never sent', line('approved', 'a'), null],
  ['in the middle of a file', line('approved', 'a') + line('sending', 'a'), 'a'],
  ['between two files', line('sending', 'a') + line('sent', 'a'), 'a'],
  ['ended', line('sending', 'a') + line('sent', 'a') + line('ended', 'a'), null],
  ['half, and ended by a later run', line('sending', 'a') + line('failed', 'a') + line('sending', 'a') + line('ended', 'a'), null],
  ['the last of two', line('sending', 'a') + line('sending', 'b'), 'b'],
  ['a line cut short', `${line('sending', 'a')}{"event":"end`, 'a'],
  ['lines of something else', 'null\n[]\n"x"\n', null],
])('%s', (_name, journal, digest) => {
  expect(findInterrupted(journal)?.digest ?? null).toBe(digest);
});
