import { likenessFeatures } from './likenessFeatures.ts';
import { scoreOf, type Tree } from './likenessScore.ts';
import type { NamePair } from './namePair.ts';

/** What a fit gives: a weight for each feature by its name, trees, and the score from which on a name is called a misspelling. */
export interface LikenessWeights {
  readonly intercept: number;
  readonly threshold: number;
  readonly features: Readonly<Record<string, number>>;
  readonly trees: readonly Tree[];
}

/** How many times as likely a misspelling must be of a name that has been a project's own for long: most who write it mean it, and squats do not last for years. */
export const reserve = 20;

/** The likeness where the written name is established. */
export function withReserve(likeness: number): number {
  return likeness / (likeness + (1 - likeness) * reserve);
}

/** The likeness of a pair by these weights: the logistic function of what they add up to, a half at the threshold. */
export function likenessBy({ intercept, threshold, features, trees }: LikenessWeights): (pair: NamePair) => number {
  const model = { intercept: intercept - threshold, weights: likenessFeatures.map(([name]) => features[name] ?? 0), trees };
  const measures = likenessFeatures.map(([, measure]) => measure);
  return pair => {
    const values = measures.map(measure => measure(pair));
    return 1 / (1 + Math.exp(-scoreOf(values, model)));
  };
}
