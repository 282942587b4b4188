import type { PackageFacts } from '../../indexFacts/indexFacts.ts';
import type { Severity } from '../check.ts';

/** What an index tells of a project whose name looks like another's: a sentence to add, and a severity of its own. */
export interface NameStanding {
  /** Empty where it tells nothing of weight. */
  readonly words: string;
  readonly severity: Severity | null;
}

const DAY = 86_400_000;
const YOUNG_DAYS = 14;
const OLD_DAYS = 730;
const MANY_RELEASES = 10;
const nothing: NameStanding = { words: '', severity: null };

/** A project that is years old with many releases is rarely a trap; one of last week with a single release often is. */
export function nameStanding(facts: PackageFacts | null, now: number | null): NameStanding {
  if (facts === null) return nothing;
  const { indexName, kind, status, advisories, releases } = facts;
  if (advisories.some(({ isMalware }) => isMalware)) return { words: 'It is reported as malware.', severity: 'error' };
  if (status === 'quarantined') return { words: `${indexName} holds it in quarantine.`, severity: 'error' };
  if (kind === 'absent')
    return { words: `${indexName} has no project of this name: whoever registers it decides what is installed.`, severity: 'warning' };
  const first = releases.reduce((least, { uploadedAt }) => Math.min(least, uploadedAt ?? Infinity), Infinity);
  if (now === null || first === Infinity) return nothing;
  const days = Math.max(0, Math.floor((now - first) / DAY));
  if (days <= YOUNG_DAYS && releases.length === 1) return { words: `Its only release is ${ageWords(days)} old.`, severity: 'error' };
  if (days < OLD_DAYS || releases.length < MANY_RELEASES) return nothing;
  return { words: `It has been there since ${new Date(first).getUTCFullYear()}, with ${releases.length} releases.`, severity: 'hint' };
}

function ageWords(days: number): string {
  if (days === 0) return 'less than a day';
  return days === 1 ? 'a day' : `${days} days`;
}
