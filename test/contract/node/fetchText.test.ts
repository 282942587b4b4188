import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, onTestFinished, test } from 'vitest';

import { fetchStatus, fetchText, postJson } from '../../../src/node/fetchText.ts';

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function serverThat(answer: Answer): Promise<string> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  onTestFinished(() => void (server.closeAllConnections(), server.close()));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

const packed =
  (body: Buffer): Answer =>
  (_request, response) =>
    void response.writeHead(200, { 'content-type': 'text/plain', 'content-encoding': 'gzip', etag: '"x"' }).end(body);

describe('a GET', () => {
  test('unpacks what comes packed, and tells the tag', async () => {
    const url = await serverThat(packed(gzipSync('é'.repeat(100_000))));
    expect(await fetchText(url, {}, null)).toEqual({ status: 200, contentType: 'text/plain', text: 'é'.repeat(100_000), etag: '"x"' });
  });

  test.each<[string, Answer, string]>([
    ['more than it takes, packed into little', packed(gzipSync(Buffer.alloc(40 * 1024 * 1024))), 'index-answer-invalid'],
    ['an archive cut short', packed(gzipSync('x'.repeat(10_000)).subarray(0, 20)), 'index-unreachable'],
    ['no archive', packed(Buffer.from('plain')), 'index-unreachable'],
  ])('refuses %s', async (_, answer, code) => {
    await expect(fetchText(await serverThat(answer), {}, null)).rejects.toMatchObject({ name: 'Failure', code });
  });

  test('of a status alone does not wait for the rest', async () => {
    const url = await serverThat((_request, response) => void response.writeHead(200).write('first of many'));
    expect(await fetchStatus(url, {}, null)).toBe(200);
  });
});

describe('a POST', () => {
  test('sends JSON', async () => {
    const url = await serverThat((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on(
        'end',
        () => void response.writeHead(201).end(`${request.method} ${request.headers['content-type']} ${Buffer.concat(chunks).toString()}`),
      );
    });
    expect(await postJson(url, { a: 'é' }, {}, null)).toMatchObject({ status: 201, text: 'POST application/json {"a":"é"}' });
  });

  test('goes nowhere else', async () => {
    let asked = 0;
    const url = await serverThat((_request, response) => {
      asked += 1;
      response.writeHead(307, { location: '/other' }).end();
    });
    await expect(postJson(url, {}, {}, null)).rejects.toMatchObject({ code: 'index-unreachable' });
    expect(asked).toBe(1);
  });
});
