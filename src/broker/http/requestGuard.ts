import type { IncomingHttpHeaders } from 'node:http';

import type { PageAddress } from './address.ts';

/** As much of a request as decides whether it is let in. */
export interface Knock {
  readonly method?: string | undefined;
  readonly url?: string | undefined;
  readonly headers: IncomingHttpHeaders;
}

const assets = ['/', '/approval.js', '/approval.css'];

/**
 * The status that a request is turned away with, or null. A page of another site may send requests here (with its name for
 * our address, or across origins): the exact `Host` stops the first, `Origin` and `Sec-Fetch-Site` the second.
 */
export function refusal(knock: Knock, address: PageAddress): number | null {
  if (knock.headers.host !== address.host) return 421;
  if (knock.method === 'GET') return refusalOfAsset(knock);
  if (knock.method !== 'POST') return 405;
  if (knock.headers.origin !== address.origin || knock.headers['sec-fetch-site'] !== 'same-origin') return 403;
  return knock.headers['content-type'] === 'application/json' ? null : 415;
}

/** The page itself is opened by another program, so its first request may come from anywhere; but only as a page of its own. */
function refusalOfAsset({ url, headers }: Knock): number | null {
  if (url === undefined || !assets.includes(url)) return 404;
  if (url !== '/') return allows(headers['sec-fetch-site'], ['same-origin']) ? null : 403;
  return allows(headers['sec-fetch-mode'], ['navigate']) && allows(headers['sec-fetch-dest'], ['document']) ? null : 403;
}

/** Nothing secret is in these files, so a program that sends no such header may read them. */
function allows(header: string | string[] | undefined, values: readonly string[]): boolean {
  return header === undefined || (typeof header === 'string' && values.includes(header));
}
