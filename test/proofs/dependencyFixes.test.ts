import { setImmediate } from 'node:timers/promises';

import { afterAll, expect, test } from 'vitest';

import { faults } from '../unit/core/checks/dependencies/faults.ts';
import { proveFixes } from '../unit/core/checks/dependencies/fixProof.ts';
import { recordFigures } from './recordFigures.ts';

const PROJECTS = 300;

const figures: string[] = [];

test.each(Object.entries(faults))('each fix mends its fault and nothing else: %s', async (name, fault) => {
  let fixes = 0;
  for (let seed = 0; seed < PROJECTS; seed += 1) {
    fixes += proveFixes(fault, seed);
    if (seed % 50 === 0) await setImmediate();
  }
  expect(fixes).toBeGreaterThanOrEqual(PROJECTS);
  figures.push(`| ${fault.check.id} | ${name} | ${PROJECTS} | ${fixes} |`);
});

afterAll(async () => {
  await recordFigures('dependency-fixes', 'Quick fixes of dependencies', [
    'Each fix was applied to generated files (lists on one line and on many, Poetry tables, requirements files with hashes; both line ends, both quotes, comments, byte order marks).',
    'Afterwards the finding is gone, every other requirement, hash and comment is as it was, the line ends are the same, and the file can be read. No fix failed.',
    '',
    '| rule | fault | projects | fixes applied |',
    '|---|---|---|---|',
    ...figures,
  ]);
});
