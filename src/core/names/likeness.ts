import { likenessBy } from './likenessModel.ts';
import { likenessWeights } from './likenessWeights.ts';
import type { NamePair } from './namePair.ts';

/** How likely the written name is a misspelling of the meant one, from 0 to 1. From a half on it is called one. */
export const likenessOf: (pair: NamePair) => number = likenessBy(likenessWeights);
