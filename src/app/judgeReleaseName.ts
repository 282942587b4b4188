import { Failure } from '../core/failure.ts';
import type { IndexProfile } from '../core/indexes/indexProfile.ts';
import { judgeOwnName } from '../core/names/judgeOwnName.ts';
import type { NameList } from '../core/names/nameList.ts';
import { popularWords, targetWords } from '../core/names/ownNameLines.ts';
import { popularityLine } from '../core/names/popularityLine.ts';
import type { ReleasePlan } from '../core/release/releasePlan.ts';
import type { NameLoader } from './ports.ts';

/** What is to be said of a release's name before it is approved. */
export interface NameVerdict {
  /** Why the index will refuse it, and what to do; null where nothing is known to stand in the way. */
  readonly problem: string | null;
  /** Sentences for the approval page. */
  readonly notes: readonly string[];
}

const nothing: NameVerdict = { problem: null, notes: [] };

/** A name counts for ever once it is released: its first release is the last moment to think of it. A private index has rules of its own. */
export async function judgeReleaseName(
  load: NameLoader,
  { manifest, profile }: Pick<ReleasePlan, 'manifest' | 'profile'>,
  isFirst: boolean,
  acceptedNames: readonly string[],
): Promise<NameVerdict> {
  if (profile.kind === 'private') return nothing;
  const list = await loaded(load);
  if (list === null) return noting('The name was not compared with those of other projects: the list of names cannot be read.');
  if (isFirst) return judgeFirst(manifest.project, profile, acceptedNames, list);
  const popularity = profile.kind === 'pypi' ? popularityLine(manifest.project, list) : null;
  return popularity === null ? nothing : noting(`${popularity}: ${popularWords}.`);
}

async function loaded(load: NameLoader): Promise<NameList | null> {
  try {
    return await load();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return null;
  }
}

function judgeFirst(name: string, { kind }: IndexProfile, acceptedNames: readonly string[], list: NameList): NameVerdict {
  const judgement = judgeOwnName(name, list);
  const isAccepted = acceptedNames.includes(name);
  if (judgement.kind === 'probably-free') return nothing;
  if (judgement.kind === 'confusable') {
    const { target, reason } = judgement.judgement;
    return isAccepted ? nothing : noting(`"${name}" looks like "${target}" (${reason}): people may take the one for the other.`);
  }
  const { reason, target } = judgement;
  if (target === name) return kind === 'pypi' ? noting(goneWords(name, list)) : nothing;
  const refusal = `PyPI refuses a new project "${name}": ${reason}${targetWords(target)}.`;
  // TestPyPI has other projects. A rehearsal does not know whether the project is on PyPI already; its people do, and can say so.
  const isCertain = target === null || kind === 'pypi' || (kind === 'rehearsal' && !isAccepted);
  return isCertain ? { problem: `${refusal} Choose another name.`, notes: [] } : noting(refusal);
}

function goneWords(name: string, { date }: NameList): string {
  return `PyPI had a project "${name}" on ${date} and has none now: it may refuse the name.`;
}

function noting(note: string): NameVerdict {
  return { problem: null, notes: [note] };
}
