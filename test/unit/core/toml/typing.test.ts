import { expect, test } from 'vitest';

import { slips } from './breakText.ts';
import { createChance } from './chance.ts';
import { measureSlip, newMeasure } from './measureTyping.ts';
import { pyprojects } from './pyprojects.ts';

test.each(Object.keys(slips))('%s: nearly every dependency is still found at its place, and hardly any that is none', kind => {
  const measure = newMeasure();
  const chance = createChance(11);
  for (const whole of Object.values(pyprojects)) {
    for (let state = 0; state < 8; state += 1) measureSlip(whole, kind, chance, measure);
  }
  expect(measure.found / measure.expected).toBeGreaterThanOrEqual(0.97);
  expect(measure.extra / measure.expected).toBeLessThanOrEqual(0.03);
});
