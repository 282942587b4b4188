import { expect, test } from 'vitest';

import { createChance } from './chance.ts';
import { generateToml } from './generateToml.ts';
import { judgeAgreement } from './judgeAgreement.ts';
import { pyprojects } from './pyprojects.ts';

test.each(Object.keys(pyprojects))('%s is told as the strict parser tells it, with every kind of line end', name => {
  const text = pyprojects[name] ?? '';
  for (const written of [text, text.replaceAll('\n', '\r\n'), `\uFEFF${text}`]) {
    expect(judgeAgreement(written)).toMatchObject({ faults: [] });
  }
});

test('whatever is TOML is told as the strict parser tells it', { timeout: 60_000 }, () => {
  const faults: string[] = [];
  for (let seed = 1; seed <= 500; seed += 1) {
    const judged = judgeAgreement(generateToml(createChance(seed)));
    faults.push(...(judged?.faults ?? ['no TOML']).map(fault => `document ${seed}: ${fault}`));
  }
  expect(faults).toEqual([]);
});
