import { expect, test } from 'vitest';

import { catalogue } from '../../../../src/core/checks/catalogue.ts';
import { checkIds } from '../../../../src/core/checks/check.ts';

test('every check has an id of its own and a need, and stands in the order of rank', () => {
  const ids = catalogue.map(check => check.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toEqual(checkIds.filter(id => ids.includes(id)));
  for (const { needs } of catalogue) expect(needs.length).toBeGreaterThan(0);
});

test.each(checkIds.map(id => [id]))('%s is an area and a fault', id => {
  expect(id).toMatch(/^[a-z]+\/[a-z]+(?:-[a-z]+)*$/);
});
