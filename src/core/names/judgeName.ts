import { closeNames, shortestName } from './closeNames.ts';
import { likenessOf } from './likeness.ts';
import { withReserve } from './likenessModel.ts';
import { namePairs, type NamePair } from './namePair.ts';
import { nameVariant, type NameVariant } from './nameVariant.ts';
import type { NameList } from './nameList.ts';
import { isValidName, normalizeName } from './normalizeName.ts';
import { otherAlphabet } from './otherAlphabet.ts';
import { slipWords, variantWords } from './slipWords.ts';

/** Whether a name pretends to be another. `score`, from 0 to 1, is how sure that is; from a half on it is said. */
export type NameJudgement = PlainName | LookAlikeName;

export interface PlainName {
  readonly suspicious: false;
  readonly score: number;
}

export interface LookAlikeName {
  readonly suspicious: true;
  /** Normalised: the popular project that was most likely meant. */
  readonly target: string;
  /** What makes them alike, as words for a bracket: "two letters swapped". */
  readonly reason: string;
  readonly score: number;
  readonly kind: 'misspelling' | 'other-alphabet' | NameVariant['kind'];
}

const LONGEST = 128;
/** What rules of words are worth that have no weights of their own. */
const VARIANT_SCORE = 0.75;

/**
 * Judges any text as the name of a project, offline. A name of the list is never suspicious, nor is one too short to resemble
 * anything. What is established is judged with reserve.
 */
export function judgeName(written: string, list: NameList, established: ReadonlySet<string> = list.established): NameJudgement {
  const name = written.length > LONGEST ? '' : normalizeName(written.trim());
  if (name.length < shortestName || list.ranks.has(name)) return { suspicious: false, score: 0 };
  if (!isValidName(name)) return foreignName(name, list);
  const isEstablished = established.has(name);
  const [pair, likeness] = likeliest(namePairs(name, closeNames(name, list), list));
  const score = isEstablished ? withReserve(likeness) : likeness;
  if (pair !== null && score >= 0.5)
    return { suspicious: true, target: pair.meant.name, reason: slipWords(pair), score, kind: 'misspelling' };
  const variant = isEstablished ? null : nameVariant(name, list);
  if (variant === null) return { suspicious: false, score };
  return { suspicious: true, target: variant.target, reason: variantWords(variant), score: VARIANT_SCORE, kind: variant.kind };
}

/** No index takes such a name, but a reader takes it for one. */
function foreignName(name: string, { ranks }: NameList): NameJudgement {
  const target = otherAlphabet(name);
  if (target === null || !ranks.has(target)) return { suspicious: false, score: 0 };
  return { suspicious: true, target, reason: 'letters of another alphabet', score: 1, kind: 'other-alphabet' };
}

function likeliest(pairs: readonly NamePair[]): readonly [NamePair | null, number] {
  let best: readonly [NamePair | null, number] = [null, 0];
  for (const pair of pairs) {
    const score = likenessOf(pair);
    if (score > best[1]) best = [pair, score];
  }
  return best;
}
