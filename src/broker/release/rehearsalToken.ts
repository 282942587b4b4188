import { request } from 'node:http';
import * as v from 'valibot';

import { Failure } from '../../core/failure.ts';
import { Secret } from '../secret.ts';

const CAP_BYTES = 64 * 1024;
const LIMIT_MILLISECONDS = 10_000;
const answer = v.object({ token: v.pipe(v.string(), v.minLength(1)) });

/** The built-in index's own token. It is asked for on this computer only, whatever address the host names. */
export async function mintRehearsalToken(controlUrl: string): Promise<Secret> {
  const url = new URL('mint', controlUrl);
  if (url.protocol !== 'http:' || !['127.0.0.1', '[::1]', 'localhost'].includes(url.hostname))
    throw failed('its address is not of this computer');
  const parsed = v.safeParse(answer, await post(url));
  if (!parsed.success) throw failed('its answer holds no token');
  return Secret.fromText(parsed.output.token);
}

function post(url: URL): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': 2 };
    const call = request(url, { method: 'POST', headers, timeout: LIMIT_MILLISECONDS }, response => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('data', (chunk: Buffer) => ((size += chunk.length) > CAP_BYTES ? call.destroy() : chunks.push(chunk)));
      response.on('end', () => resolve(parsedBody(Buffer.concat(chunks))));
      response.on('error', () => reject(failed('its answer broke off')));
    });
    call.on('timeout', () => call.destroy());
    call.on('error', () => reject(failed('it cannot be reached')));
    call.end('{}');
  });
}

function parsedBody(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return null;
  } finally {
    body.fill(0);
  }
}

function failed(why: string): Failure {
  return new Failure('rehearsal-index-failed', `The built-in index gave no token: ${why}.`);
}
