import { expect, test } from 'vitest';

import { faults } from './faults.ts';
import { proveFixes } from './fixProof.ts';

const PROJECTS = 12;

test.each(Object.entries(faults))('each fix mends its fault and nothing else: %s', (_, fault) => {
  let fixes = 0;
  for (let seed = 0; seed < PROJECTS; seed += 1) fixes += proveFixes(fault, seed);
  expect(fixes).toBeGreaterThanOrEqual(PROJECTS);
});
