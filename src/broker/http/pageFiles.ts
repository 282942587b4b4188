import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';

import type { Chance } from '../ports.ts';
import { commonHeaders, pagePolicy } from './responseHeaders.ts';

/** What stands in the page's HTML where the nonce of each response goes. */
const NONCE = /__NONCE__/g;

/** The three files of the page, read once, before anybody asks. */
export interface PageFiles {
  serve(url: string, response: ServerResponse): void;
}

export async function readPageFiles(folder: string, chance: Chance): Promise<PageFiles> {
  const read = (name: string): Promise<string> => readFile(join(folder, name), 'utf8');
  const [html, script, style] = await Promise.all([read('approval.html'), read('approval.js'), read('approval.css')]);
  return {
    serve(url, response) {
      if (url === '/approval.js') return send(response, 'text/javascript; charset=utf-8', script);
      if (url === '/approval.css') return send(response, 'text/css; charset=utf-8', style);
      const nonce = chance(16).toString('base64');
      send(response, 'text/html; charset=utf-8', html.replace(NONCE, nonce), pagePolicy(nonce));
    },
  };
}

function send(response: ServerResponse, type: string, body: string, policy?: string): void {
  const headers = policy === undefined ? commonHeaders : { ...commonHeaders, 'Content-Security-Policy': policy };
  response.writeHead(200, { ...headers, 'Content-Type': type }).end(body);
}
