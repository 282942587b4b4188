import * as v from 'valibot';

import type { AskedIndex } from '../core/indexFacts/askedIndex.ts';
import type { Advisory } from '../core/indexFacts/indexFacts.ts';
import { readIndexVulnerabilities } from '../core/indexFacts/readIndexVulnerabilities.ts';
import { readProjectListing } from '../core/indexFacts/readProjectListing.ts';
import { readPublisher } from '../core/indexFacts/readPublisher.ts';
import { fetchText, type TextAnswer } from './fetchText.ts';
import type { Question } from './keptAnswers.ts';
import { advisorySchema, pageSchema, type KeptPage } from './keptContent.ts';
import { readSimpleAnchors, readSimpleMeta } from './simplePage.ts';

export type Headers = Readonly<Record<string, string>>;

export const SIMPLE_FORMS = 'application/vnd.pypi.simple.v1+json, application/vnd.pypi.simple.v1+html;q=0.2, text/html;q=0.1';

const MINUTE_MS = 60_000;
/** As long as the public index lets its pages be kept. */
export const PAGE_FRESH_MS = 10 * MINUTE_MS;
const JSON_FRESH_MS = 15 * MINUTE_MS;
/** A file's attestations do not change. */
const PROVENANCE_FRESH_MS = 30 * 24 * 60 * MINUTE_MS;

/** A project's page of the Simple API; what is not there is asked for twice, past caches. */
export function pageQuestion(name: string, index: AskedIndex, headers: Headers, signal: AbortSignal): Question<KeptPage> {
  const url = `${index.url}${encodeURIComponent(name)}/`;
  return {
    key: `simple ${url}`,
    origin: new URL(url).origin,
    freshMs: PAGE_FRESH_MS,
    async ask(etag) {
      const sent = { Accept: SIMPLE_FORMS, ...headers };
      const answer = await fetchText(url, { ...sent, ...(etag !== null && { 'If-None-Match': etag }) }, signal);
      return answer.status === 404 ? fetchText(url, { ...sent, 'Cache-Control': 'no-cache' }, signal) : answer;
    },
    toContent: answer => toPage(answer, name),
    fromContent: content => parsed(pageSchema, content),
  };
}

function toPage(answer: TextAnswer, name: string): KeptPage | null {
  if (answer.status === 404) return { kind: 'absent' };
  if (answer.status === 401 || answer.status === 403) return { kind: 'closed' };
  if (answer.status !== 200) return null;
  const listing = readProjectListing(answer.contentType.includes('json') ? fromJson(answer.text) : fromHtml(answer.text), name);
  return listing && { kind: 'listed', listing };
}

/** As the JSON form would say it. */
function fromHtml(html: string): unknown {
  const status = readSimpleMeta(html, 'pypi:project-status');
  return {
    files: readSimpleAnchors(html).map(({ filename, sha256, yanked, requiresPython, provenance }) => ({
      filename,
      hashes: sha256 === null ? {} : { sha256 },
      yanked: yanked ?? false,
      'requires-python': requiresPython,
      provenance,
    })),
    ...(status !== null && { 'project-status': { status, reason: readSimpleMeta(html, 'pypi:project-status-reason') } }),
  };
}

/** The attestations of a file (PEP 740). */
export function provenanceQuestion(url: string, headers: Headers, signal: AbortSignal): Question<{ readonly publisher: string | null }> {
  return {
    key: `provenance ${url}`,
    origin: new URL(url).origin,
    freshMs: PROVENANCE_FRESH_MS,
    ask: etag =>
      fetchText(
        url,
        { Accept: 'application/vnd.pypi.integrity.v1+json', ...headers, ...(etag !== null && { 'If-None-Match': etag }) },
        signal,
      ),
    toContent: ({ status, text }) => (status === 200 ? { publisher: readPublisher(fromJson(text)) } : null),
    fromContent: content => parsed(v.object({ publisher: v.nullable(v.string()) }), content),
  };
}

/** A release in an index's project JSON. */
export function vulnerabilityQuestion(url: string, version: string, headers: Headers, signal: AbortSignal): Question<readonly Advisory[]> {
  return {
    key: `json ${url}`,
    origin: new URL(url).origin,
    freshMs: JSON_FRESH_MS,
    ask: etag => fetchText(url, { Accept: 'application/json', ...headers, ...(etag !== null && { 'If-None-Match': etag }) }, signal),
    toContent: ({ status, text }) => (status === 200 ? readIndexVulnerabilities(fromJson(text), version) : null),
    fromContent: content => parsed(v.array(advisorySchema), content),
  };
}

function fromJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function parsed<T>(schema: v.GenericSchema<unknown, T>, content: unknown): T | null {
  const read = v.safeParse(schema, content);
  return read.success ? read.output : null;
}
