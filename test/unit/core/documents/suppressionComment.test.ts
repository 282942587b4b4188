import { describe, expect, test } from 'vitest';

import { readSuppression } from '../../../../src/core/documents/suppressionComment.ts';
import { wholeFile } from '../../../../src/core/text/span.ts';

describe('a comment that silences rules', () => {
  test.each([
    ['# countersign: ignore[dep/unpinned] because', ['dep/unpinned'], 'because'],
    ['#countersign:ignore[dep/unpinned]because', ['dep/unpinned'], 'because'],
    ['## Countersign: Ignore [ dep/unpinned , dep/yanked ]  two reasons ', ['dep/unpinned', 'dep/yanked'], 'two reasons'],
    ['# countersign: ignore[dep/unpinned]', ['dep/unpinned'], ''],
    ['# countersign: ignore[] nothing named', [], 'nothing named'],
    ['# countersign: ignore dep/unpinned', [], 'dep/unpinned'],
    ['# countersign: ignore[dep/unpinned', [], '[dep/unpinned'],
    ['# countersign: ignore[a][b] c', ['a'], '[b] c'],
  ])('%s', (comment, rules, reason) => {
    expect(readSuppression(comment, 7, wholeFile)).toEqual({ rules, reason, line: 7, span: wholeFile });
  });

  test.each([
    '# countersign',
    '# ignore[dep/unpinned]',
    '# see countersign: ignore[a] b',
    '# countersign: ignored',
    '# type: ignore[a]',
    '',
  ])('is not %j', comment => {
    expect(readSuppression(comment, 0, wholeFile)).toBeNull();
  });
});
