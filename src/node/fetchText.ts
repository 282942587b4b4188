import { readFile } from 'node:fs/promises';
import * as http from 'node:http';
import * as https from 'node:https';
import { rootCertificates } from 'node:tls';

import { Cancelled, Failure } from '../core/failure.ts';

const SILENCE_MS = 20_000;
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_REDIRECTS = 3;

export interface TextAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
}

/**
 * GET through Node's own client, because VS Code teaches that one the person's proxy and certificates. Redirects are
 * followed within the same origin only.
 */
export async function fetchText(
  url: string,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal | null,
  redirects = 0,
): Promise<TextAnswer> {
  const answer = await request(new URL(url), headers, signal);
  if (!('redirect' in answer)) return answer;
  const target = new URL(answer.redirect, url);
  if (target.origin !== new URL(url).origin || redirects === MOST_REDIRECTS)
    throw new Failure('index-unreachable', 'It answered with a redirect elsewhere.');
  return fetchText(target.href, headers, signal, redirects + 1);
}

async function request(
  url: URL,
  headers: Readonly<Record<string, string>>,
  signal: AbortSignal | null,
): Promise<TextAnswer | { redirect: string }> {
  const secure = url.protocol === 'https:';
  const options = { headers, timeout: SILENCE_MS, ...(signal ? { signal } : {}), ...(secure ? await certificates() : {}) };
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void =>
      reject(signal?.aborted ? new Cancelled() : new Failure('index-unreachable', wordsOf(cause, url), { cause }));
    const sent = (secure ? https : http).get(url, options, response => {
      const location = response.headers.location;
      if (response.statusCode !== undefined && response.statusCode >= 300 && response.statusCode < 400 && location) {
        response.resume();
        return resolve({ redirect: location });
      }
      readBody(response).then(
        text => resolve({ status: response.statusCode ?? 0, contentType: response.headers['content-type'] ?? '', text }),
        fail,
      );
    });
    sent.on('timeout', () => sent.destroy(new Error('it did not answer within 20 seconds')));
    sent.on('error', fail);
  });
}

async function readBody(response: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Error('it sent more than 32 MB');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** The person's own certificate authorities, as their other tools know them. */
async function certificates(): Promise<{ ca?: string[] }> {
  const file = process.env['SSL_CERT_FILE'] ?? process.env['REQUESTS_CA_BUNDLE'];
  if (file === undefined || file === '') return {};
  try {
    return { ca: [...rootCertificates, await readFile(file, 'utf8')] };
  } catch {
    return {};
  }
}

function wordsOf(cause: Error, url: URL): string {
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
  return `${url.host}: ${code}.`;
}
