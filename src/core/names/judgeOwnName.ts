import { judgeName, type LookAlikeName } from './judgeName.ts';
import type { NameList } from './nameList.ts';
import { isValidName, normalizeName } from './normalizeName.ts';

/** What is known, offline, of a name for a new project. */
export type OwnNameJudgement =
  /** PyPI will refuse it. */
  | { readonly kind: 'refused'; readonly reason: string; readonly target: string | null }
  /** PyPI takes it, but people will confuse it. */
  | { readonly kind: 'confusable'; readonly judgement: LookAlikeName }
  /** Nothing speaks against it here; whether it is taken, or reserved, only PyPI knows. */
  | { readonly kind: 'probably-free' };

/** That somebody else has had a name for long is no reason to take it. */
const NONE: ReadonlySet<string> = new Set();

/** Judges a name before the first release, by PyPI's own rules first. */
export function judgeOwnName(written: string, list: NameList): OwnNameJudgement {
  const name = normalizeName(written);
  if (!isValidName(written))
    return refused('a name has letters A to Z, digits and . _ - only, and starts and ends with a letter or digit', null);
  if (list.standardModules.has(name)) return refused('it is the name of a module of the standard library', null);
  if (list.ranks.has(name)) return refused('the project exists', name);
  const twin = twins(list).get(confusedForm(name));
  if (twin !== undefined) return refused('it is too similar to a project that exists', twin);
  const judgement = judgeName(name, list, NONE);
  return judgement.suspicious ? { kind: 'confusable', judgement } : { kind: 'probably-free' };
}

function refused(reason: string, target: string | null): OwnNameJudgement {
  return { kind: 'refused', reason, target };
}

/** By the list's forms, worked out when they are first asked for. */
const known = new WeakMap<NameList, ReadonlyMap<string, string>>();

function twins(list: NameList): ReadonlyMap<string, string> {
  const forms = known.get(list) ?? new Map(list.names.toReversed().map(name => [confusedForm(name), name]));
  known.set(list, forms);
  return forms;
}

/** PyPI's own form for names too similar to tell apart: without `. _ -`, `l` and `i` as `1`, `o` as `0`, in lower case. */
function confusedForm(name: string): string {
  return name.replace(/[._-]/g, '').replace(/[li]/gi, '1').replace(/o/gi, '0').toLowerCase();
}
