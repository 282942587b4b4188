import type { PackageAnswer, PackageIndex } from '../app/ports.ts';
import { Cancelled } from '../core/failure.ts';
import type { AskedIndex } from '../core/indexFacts/askedIndex.ts';
import { projectJsonPrefixes } from '../core/indexes/addresses.ts';
import { fetchStatus } from './fetchText.ts';
import type { KeptAnswers, Told } from './keptAnswers.ts';
import { PAGE_FRESH_MS, pageQuestion, provenanceQuestion, SIMPLE_FORMS, vulnerabilityQuestion, type Headers } from './packageQuestions.ts';

export interface PackageIndexOptions {
  readonly userAgent: string;
  readonly answers: KeptAnswers;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** By the root of an index, the prefix of its project JSON, where it has one. */
  readonly jsonPrefixes?: Readonly<Record<string, string>>;
}

/** Reads the Simple API and what an index has beside it, through the cache. Sends no credentials. */
export function createPackageIndex(options: PackageIndexOptions): PackageIndex {
  const { userAgent, answers, now, jsonPrefixes = projectJsonPrefixes } = options;
  const headers = { 'User-Agent': userAgent };
  const openIndexes = new Map<string, Promise<boolean>>();

  const isOpen = (index: AskedIndex, signal: AbortSignal): Promise<boolean> => {
    const asked = openIndexes.get(index.url) ?? isReadable(index, headers, signal);
    openIndexes.set(index.url, asked);
    asked.catch(() => openIndexes.delete(index.url));
    return asked;
  };

  const pageAt = async (name: string, index: AskedIndex, signal: AbortSignal): Promise<PackageAnswer> => {
    const told = await answers.answer(pageQuestion(name, index, headers, signal), signal);
    if ('failed' in told) return { kind: 'unknown', index, reason: told.failed };
    const { value, fetchedAt } = told;
    if (value.kind === 'closed') return { kind: 'unknown', index, reason: 'closed' };
    if (value.kind === 'listed') return { kind: 'listed', index, listing: value.listing, fetchedAt };
    // That something is not there is not believed of old, nor of an index that hides what it has.
    if (now() - fetchedAt >= PAGE_FRESH_MS) return { kind: 'unknown', index, reason: 'unreachable' };
    return index.isPublic || (await isOpen(index, signal))
      ? { kind: 'absent', index, fetchedAt }
      : { kind: 'unknown', index, reason: 'closed' };
  };

  return {
    async lookUp(name, indexes, signal) {
      let answer: PackageAnswer | null = null;
      for (const index of indexes) {
        answer = await pageAt(name, index, signal);
        if (answer.kind !== 'absent') return answer;
      }
      if (answer === null) throw new TypeError('There is no index to ask.');
      return answer;
    },

    async publisherOf({ files }, index, signal) {
      const url = files.find(({ provenanceUrl }) => provenanceUrl !== null)?.provenanceUrl ?? null;
      if (url === null || !isBelow(url, index)) return null;
      return valueOf(await answers.answer(provenanceQuestion(url, headers, signal), signal))?.publisher ?? null;
    },

    async vulnerabilities(name, version, index, signal) {
      const prefix = jsonPrefixes[index.url];
      if (prefix === undefined) return null;
      const url = `${prefix}${encodeURIComponent(name)}/${encodeURIComponent(version)}/json`;
      const told = await answers.answer(vulnerabilityQuestion(url, version, headers, signal), signal);
      return 'failed' in told ? null : { advisories: told.value, fetchedAt: told.fetchedAt };
    },
  };
}

/** Some private indexes answer 404 to whoever is not logged in; one whose root can be read does not. */
async function isReadable({ url }: AskedIndex, headers: Headers, signal: AbortSignal): Promise<boolean> {
  try {
    return (await fetchStatus(url, { Accept: SIMPLE_FORMS, ...headers }, signal)) === 200;
  } catch (cause) {
    if (signal.aborted) throw new Cancelled('cancelled', { cause });
    return false;
  }
}

/** An index is not let send questions elsewhere. */
function isBelow(url: string, index: AskedIndex): boolean {
  return URL.canParse(url) && new URL(url).origin === new URL(index.url).origin;
}

function valueOf<T>(told: Told<T>): T | null {
  return 'failed' in told ? null : told.value;
}
