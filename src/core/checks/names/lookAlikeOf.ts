import { judgeName } from '../../names/judgeName.ts';
import type { NameList } from '../../names/nameList.ts';
import { moduleMeant } from './moduleMeant.ts';

/** The project that was most likely meant. */
export interface LookAlike {
  readonly kind: 'module' | 'misnamed';
  /** Normalised. */
  readonly target: string;
  /** What makes them alike, as words for a bracket; empty for a module. */
  readonly reason: string;
}

/** So many names are remembered; more than any project has. */
const MOST_REMEMBERED = 20_000;
/** Nobody takes a longer one for a name, and none is kept. */
const LONGEST = 128;
const remembered = new WeakMap<NameList, Map<string, LookAlike | null>>();

/** Null for a name that is taken as it is. With each key that is pressed the same names come again. */
export function lookAlikeOf(name: string, list: NameList): LookAlike | null {
  if (name.length > LONGEST) return null;
  const known = remembered.get(list) ?? remember(list);
  const before = known.get(name);
  if (before !== undefined) return before;
  if (known.size >= MOST_REMEMBERED) known.clear();
  const judged = judge(name, list);
  known.set(name, judged);
  return judged;
}

function remember(list: NameList): Map<string, LookAlike | null> {
  const known = new Map<string, LookAlike | null>();
  remembered.set(list, known);
  return known;
}

function judge(name: string, list: NameList): LookAlike | null {
  const module = moduleMeant(name, list);
  if (module !== null) return { kind: 'module', target: module, reason: '' };
  const judgement = judgeName(name, list);
  return judgement.suspicious ? { kind: 'misnamed', target: judgement.target, reason: judgement.reason } : null;
}
