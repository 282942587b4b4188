import { readFile } from 'node:fs/promises';
import * as http from 'node:http';
import * as https from 'node:https';
import type { Readable } from 'node:stream';
import { rootCertificates } from 'node:tls';
import { createGunzip } from 'node:zlib';

import { Cancelled, Failure } from '../core/failure.ts';

const SILENCE_MS = 20_000;
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_REDIRECTS = 3;

export interface TextAnswer {
  readonly status: number;
  readonly contentType: string;
  readonly text: string;
  /** For the next question's `If-None-Match`; null where there is none. */
  readonly etag: string | null;
}

type Headers = Readonly<Record<string, string>>;

/**
 * GET through Node's own client, because VS Code teaches that one the person's proxy and certificates. Redirects are
 * followed within the same origin only.
 */
export async function fetchText(url: string, headers: Headers, signal: AbortSignal | null, redirects = 0): Promise<TextAnswer> {
  const answer = await request(new URL(url), { headers: { 'Accept-Encoding': 'gzip', ...headers } }, signal);
  if (!('redirect' in answer)) return answer;
  const target = new URL(answer.redirect, url);
  if (target.origin !== new URL(url).origin || redirects === MOST_REDIRECTS)
    throw new Failure('index-unreachable', 'It answered with a redirect elsewhere.');
  return fetchText(target.href, headers, signal, redirects + 1);
}

/** POST of JSON in the same way; a redirect is not followed. */
export async function postJson(url: string, content: unknown, headers: Headers, signal: AbortSignal | null): Promise<TextAnswer> {
  const body = Buffer.from(JSON.stringify(content));
  const sent = { 'Content-Type': 'application/json', 'Content-Length': String(body.length), 'Accept-Encoding': 'gzip', ...headers };
  const answer = await request(new URL(url), { headers: sent, body }, signal);
  if ('redirect' in answer) throw new Failure('index-unreachable', 'It answered with a redirect.');
  return answer;
}

/** The status of a GET whose body is not wanted; a redirect is not followed. */
export async function fetchStatus(url: string, headers: Headers, signal: AbortSignal | null): Promise<number> {
  const answer = await request(new URL(url), { headers, isBodyWanted: false }, signal);
  return 'redirect' in answer ? 302 : answer.status;
}

interface Question {
  readonly headers: Headers;
  readonly body?: Buffer;
  readonly isBodyWanted?: boolean;
}

async function request(
  url: URL,
  { headers, body, isBodyWanted = true }: Question,
  signal: AbortSignal | null,
): Promise<TextAnswer | { redirect: string }> {
  const secure = url.protocol === 'https:';
  const options = {
    method: body === undefined ? 'GET' : 'POST',
    headers,
    timeout: SILENCE_MS,
    ...(signal ? { signal } : {}),
    ...(secure ? await certificates() : {}),
  };
  return new Promise((resolve, reject) => {
    const fail = (cause: Error): void => reject(signal?.aborted ? new Cancelled() : failureOf(cause, url));
    const sent = (secure ? https : http).request(url, options, response => {
      const location = response.headers.location;
      if (response.statusCode !== undefined && response.statusCode >= 300 && response.statusCode < 400 && location) {
        response.resume();
        return resolve({ redirect: location });
      }
      if (!isBodyWanted) {
        response.on('error', () => undefined);
        response.destroy();
        return resolve(answerOf(response, ''));
      }
      readBody(response).then(text => resolve(answerOf(response, text)), fail);
    });
    sent.on('timeout', () => sent.destroy(new Error('it did not answer within 20 seconds')));
    sent.on('error', fail);
    sent.end(body);
  });
}

function answerOf({ statusCode = 0, headers }: http.IncomingMessage, text: string): TextAnswer {
  return { status: statusCode, contentType: headers['content-type'] ?? '', text, etag: headers.etag ?? null };
}

/** What is counted is what it unpacks to. */
async function readBody(response: http.IncomingMessage): Promise<string> {
  const isPacked = response.headers['content-encoding'] === 'gzip';
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of (isPacked ? unpacked(response) : response) as AsyncIterable<Buffer>) {
    bytes += chunk.length;
    if (bytes > MOST_BYTES) throw new Failure('index-answer-invalid', 'It sent more than 32 MB.');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** A connection that breaks ends the unpacking as well. */
function unpacked(response: http.IncomingMessage): Readable {
  const stream = createGunzip();
  response.on('error', cause => stream.destroy(cause));
  stream.on('close', () => response.destroy());
  return response.pipe(stream);
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

function failureOf(cause: Error, url: URL): Failure {
  if (cause instanceof Failure) return cause;
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : cause.message;
  return new Failure('index-unreachable', `${url.host}: ${code}.`, { cause });
}
