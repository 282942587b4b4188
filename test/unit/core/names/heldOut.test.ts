import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { closeNames } from '../../../../src/core/names/closeNames.ts';
import { likenessBy, type LikenessWeights } from '../../../../src/core/names/likenessModel.ts';
import { likenessFeatures } from '../../../../src/core/names/likenessFeatures.ts';
import { likenessWeights } from '../../../../src/core/names/likenessWeights.ts';
import { namePairs } from '../../../../src/core/names/namePair.ts';
import { shippedList } from './shippedList.ts';

interface HeldOut {
  readonly weights: LikenessWeights;
  readonly names: readonly { readonly name: string; readonly target: string; readonly score: number }[];
}

const sample = JSON.parse(readFileSync(join(import.meta.dirname, '../../../fixtures/names/heldOut.json'), 'utf8')) as HeldOut;

test('misspellings that the fit did not see are judged as they were when it was made', () => {
  const likeness = likenessBy(sample.weights);
  for (const { name, target, score } of sample.names) {
    const scores = namePairs(name, closeNames(name, shippedList), shippedList).map(pair => ({
      target: pair.meant.name,
      score: likeness(pair),
    }));
    const [best] = scores.toSorted((one, other) => other.score - one.score);
    expect({ name, target: best?.target }).toEqual({ name, target });
    expect(best?.score).toBeCloseTo(score, 2);
  }
});

test('most of them are found', () => {
  const found = sample.names.filter(({ score }) => score >= 0.5);
  expect(found.length / sample.names.length).toBeGreaterThan(0.85);
});

test('every feature has a weight, and every weight a feature', () => {
  expect(Object.keys(likenessWeights.features)).toEqual(likenessFeatures.map(([name]) => name));
  expect(new Set(likenessFeatures.map(([name]) => name)).size).toBe(likenessFeatures.length);
});
