import { describe, expect, test } from 'vitest';

import { judgePinnedAndHashed } from '../../../../src/core/requirementsFile/pinnedAndHashed.ts';
import { documentsOf, expectedVerdict, readInstallerCases } from '../../../data/installers/readCases.ts';

const { cases } = readInstallerCases();

describe('what installers accept in their hash-checking mode', () => {
  test('is kept for enough files of both kinds', () => {
    expect(cases.length).toBeGreaterThanOrEqual(300);
    expect(cases.filter(({ verdict }) => verdict).length).toBeGreaterThan(100);
  });

  test('is what is called pinned and hashed', () => {
    const wrong = cases.flatMap(one => {
      const { verdict, reasons } = judgePinnedAndHashed(one.entry, documentsOf(one));
      return verdict === expectedVerdict(one) ? [] : [{ id: one.id, answers: one.answers, reasons: reasons.map(({ why }) => why) }];
    });
    expect(wrong).toEqual([]);
  });
});
