import * as v from 'valibot';

import { Cancelled } from '../core/failure.ts';
import type { AdvisoryQuestion } from '../core/indexFacts/advisoryQuestions.ts';
import { postJson } from './fetchText.ts';
import type { IndexCache } from './indexCache.ts';

/** A report as a list names it: what it says changes with `modified` only. */
export type AdvisoryReference = v.InferOutput<typeof referenceSchema>;

/** What is reported, by id. */
export interface AdvisoryList {
  readonly references: readonly AdvisoryReference[];
  /** Milliseconds since 1970. */
  readonly fetchedAt: number;
}

export interface AdvisoryListsOptions {
  readonly headers: Readonly<Record<string, string>>;
  readonly cache: IndexCache;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** The root of OSV's API. */
  readonly url: string;
}

const FRESH_MS = 10 * 60_000;
const MOST_IN_BATCH = 1000;
const MOST_PAGES = 20;

const referenceSchema = v.object({
  id: v.pipe(v.string(), v.maxLength(100), v.regex(/^[A-Za-z0-9._-]+$/)),
  modified: v.pipe(v.string(), v.maxLength(60)),
});
const listSchema = v.array(referenceSchema);

const resultSchema = v.object({
  vulns: v.fallback(v.array(v.unknown()), []),
  next_page_token: v.fallback(v.nullable(v.string()), null),
});
const batchSchema = v.object({ results: v.array(resultSchema) });
type Result = v.InferOutput<typeof resultSchema>;

/** Lists for all questions, in their order: kept ones while they are fresh, the others in one request. Null where there is none, or only half of one. */
export async function advisoryLists(
  questions: readonly AdvisoryQuestion[],
  options: AdvisoryListsOptions,
  signal: AbortSignal,
): Promise<readonly (AdvisoryList | null)[]> {
  const { cache, now } = options;
  const lists = await Promise.all(questions.map(question => readKept(cache, question)));
  const open = questions.map((question, place) => ({ question, place })).filter(({ place }) => !isFresh(lists[place] ?? null, now()));
  for (let from = 0; from < open.length; from += MOST_IN_BATCH) {
    const batch = open.slice(from, from + MOST_IN_BATCH);
    const found = await askAll(
      batch.map(({ question }) => question),
      options,
      signal,
    );
    for (const [at, { question, place }] of batch.entries()) {
      const references = found[at] ?? null;
      if (references === null) continue;
      lists[place] = { references, fetchedAt: now() };
      await cache.write(keyOf(question), { etag: null, fetchedAt: now(), content: references });
    }
  }
  return lists;
}

/** Page after page, of those that go on. */
async function askAll(
  questions: readonly AdvisoryQuestion[],
  options: AdvisoryListsOptions,
  signal: AbortSignal,
): Promise<readonly (readonly AdvisoryReference[] | null)[]> {
  const lists: (AdvisoryReference[] | null)[] = questions.map(() => []);
  let open = questions.map((question, place) => ({ question, place, token: '' }));
  for (let page = 0; open.length > 0 && page < MOST_PAGES; page += 1) {
    const results = await postBatch(
      open.map(({ question, token }) => toQuery(question, token)),
      options,
      signal,
    );
    const answered = open.map((each, at) => ({ ...each, result: results?.[at] ?? null }));
    for (const { place, result } of answered)
      if (result === null) lists[place] = null;
      else lists[place]?.push(...result.vulns.flatMap(toReference));
    open = answered.flatMap(({ question, place, result }) =>
      result?.next_page_token ? { question, place, token: result.next_page_token } : [],
    );
  }
  for (const { place } of open) lists[place] = null;
  return lists;
}

async function postBatch(
  queries: readonly unknown[],
  { url, headers }: AdvisoryListsOptions,
  signal: AbortSignal,
): Promise<readonly Result[] | null> {
  try {
    const { status, text } = await postJson(`${url}querybatch`, { queries }, headers, signal);
    const read = v.safeParse(batchSchema, status === 200 ? JSON.parse(text) : null);
    return read.success && read.output.results.length === queries.length ? read.output.results : null;
  } catch (cause) {
    if (signal.aborted) throw new Cancelled('cancelled', { cause });
    return null;
  }
}

function toQuery({ name, version }: AdvisoryQuestion, token: string): unknown {
  return { package: { ecosystem: 'PyPI', name }, ...(version !== null && { version }), ...(token !== '' && { page_token: token }) };
}

function toReference(vulnerability: unknown): readonly AdvisoryReference[] {
  const read = v.safeParse(referenceSchema, vulnerability);
  return read.success ? [read.output] : [];
}

function keyOf({ name, version }: AdvisoryQuestion): string {
  return `osv list ${name} ${version ?? '*'}`;
}

async function readKept(cache: IndexCache, question: AdvisoryQuestion): Promise<AdvisoryList | null> {
  const kept = await cache.read(keyOf(question));
  const read = v.safeParse(listSchema, kept?.content);
  return kept !== null && read.success ? { references: read.output, fetchedAt: kept.fetchedAt } : null;
}

/** A clock that was set back makes nothing fresh for ever. */
function isFresh(list: AdvisoryList | null, now: number): boolean {
  return list !== null && now >= list.fetchedAt && now - list.fetchedAt < FRESH_MS;
}
