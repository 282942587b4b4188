import * as v from 'valibot';

import type { Advisories, DatedAdvisories } from '../app/ports.ts';
import type { Advisory } from '../core/indexFacts/indexFacts.ts';
import { readOsvAdvisory } from '../core/indexFacts/readOsvAdvisory.ts';
import { advisoryUrl } from '../core/indexes/addresses.ts';
import { advisoryLists, type AdvisoryReference } from './advisoryLists.ts';
import { fetchText } from './fetchText.ts';
import type { IndexCache } from './indexCache.ts';
import type { KeptAnswers, Question } from './keptAnswers.ts';
import { advisorySchema } from './keptContent.ts';

export interface AdvisoriesOptions {
  readonly userAgent: string;
  readonly answers: KeptAnswers;
  readonly cache: IndexCache;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The root of OSV's API. */
  readonly url?: string;
}

/** Questions beyond so many reports get no answer. */
const MOST_RECORDS = 3000;

/** Of a record what concerns one project; null where nothing does, or it was withdrawn. */
interface KeptRecord {
  readonly advisory: Advisory | null;
}

const recordSchema: v.GenericSchema<unknown, KeptRecord> = v.object({ advisory: v.nullable(advisorySchema) });

/** Asks OSV: one list for all questions, then each report that was not read yet. */
export function createAdvisories({ userAgent, answers, cache, now, url = advisoryUrl }: AdvisoriesOptions): Advisories {
  const headers = { 'User-Agent': userAgent, Accept: 'application/json' };

  const read = async (name: string, references: readonly AdvisoryReference[], signal: AbortSignal): Promise<readonly Advisory[] | null> => {
    const told = await Promise.all(
      references.map(reference => answers.answer(recordQuestion(`${url}vulns/`, reference, name, headers, signal), signal)),
    );
    const records = told.flatMap(each => ('failed' in each ? [] : each.value));
    return records.length < told.length ? null : records.flatMap(({ advisory }) => advisory ?? []);
  };

  return {
    async find(questions, signal) {
      const lists = await advisoryLists(questions, { headers, cache, now, url }, signal);
      let left = MOST_RECORDS;
      return Promise.all(
        questions.map(async ({ name }, place): Promise<DatedAdvisories | null> => {
          const list = lists[place] ?? null;
          left -= list?.references.length ?? 0;
          const advisories = list === null || left < 0 ? null : await read(name, list.references, signal);
          return advisories === null || list === null ? null : { advisories, fetchedAt: list.fetchedAt };
        }),
      );
    },
  };
}

function recordQuestion(
  prefix: string,
  { id, modified }: AdvisoryReference,
  name: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Question<KeptRecord> {
  const address = `${prefix}${encodeURIComponent(id)}`;
  return {
    key: `osv record ${address} ${modified} ${name}`,
    origin: new URL(address).origin,
    freshMs: Infinity,
    ask: () => fetchText(address, headers, signal),
    toContent: ({ status, text }) => (status === 200 ? toRecord(text, name) : null),
    fromContent: content => {
      const read = v.safeParse(recordSchema, content);
      return read.success ? read.output : null;
    },
  };
}

function toRecord(text: string, name: string): KeptRecord | null {
  try {
    return { advisory: readOsvAdvisory(JSON.parse(text), name) };
  } catch {
    return null;
  }
}
