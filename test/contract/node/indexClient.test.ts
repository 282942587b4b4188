import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, onTestFinished, test } from 'vitest';

import type { IndexProfile } from '../../../src/core/indexes/indexProfile.ts';
import { createIndexClient } from '../../../src/node/indexClient.ts';

const SHA = 'AB'.repeat(32);
const sha = SHA.toLowerCase();
const client = createIndexClient('countersign-test');

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

async function indexThat(answer: Answer): Promise<IndexProfile> {
  const server = createServer(answer).listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  onTestFinished(() => void (server.closeAllConnections(), server.close()));
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    kind: 'private',
    name: 'Test',
    uploadUrl: `${origin}legacy/`,
    readUrl: `${origin}simple/`,
    username: 'u',
    projectUrl: null,
    tokenLocation: null,
  };
}

const send =
  (status: number, type: string, body: string): Answer =>
  (_request, response) =>
    void response.writeHead(status, { 'content-type': type }).end(body);
const json = (page: unknown): Answer => send(200, 'application/vnd.pypi.simple.v1+json', JSON.stringify(page));

describe('index client', () => {
  test.each<[string, Answer, unknown]>([
    [
      'reads JSON',
      json({
        files: [
          { filename: 'a.whl', hashes: { sha256: SHA } },
          { filename: 'b.whl', hashes: {} },
        ],
        'project-status': { status: 'archived' },
      }),
      {
        kind: 'listed',
        status: 'archived',
        files: [
          { filename: 'a.whl', sha256: sha },
          { filename: 'b.whl', sha256: null },
        ],
      },
    ],
    [
      'reads HTML',
      send(
        200,
        'text/html; charset=utf-8',
        `<a href="../f/a.whl#sha256=${SHA}" data-x="1">a.whl</a><br><A HREF='b.whl'> b.whl </A><a>none</a>`,
      ),
      {
        kind: 'listed',
        status: null,
        files: [
          { filename: 'a.whl', sha256: sha },
          { filename: 'b.whl', sha256: null },
        ],
      },
    ],
    ['takes 404 for absent', send(404, 'text/plain', ''), { kind: 'absent' }],
    ['takes 401 for closed', send(401, 'text/plain', ''), { kind: 'closed' }],
    ['takes a page of odd JSON for an empty one', json({ files: [{ filename: 5 }] }), { kind: 'listed', status: null, files: [] }],
  ])('%s', async (_name, answer, expected) => {
    expect(await client.listing(await indexThat(answer), 'demo', null)).toEqual(expected);
  });

  test.each<[string, Answer, string]>([
    ['a fault of the index', send(503, 'text/plain', ''), 'index-unreachable'],
    ['broken JSON', send(200, 'application/json', '{'), 'index-answer-invalid'],
    ['a dropped connection', request => request.socket.destroy(), 'index-unreachable'],
    [
      'a redirect elsewhere',
      (_request, response) => void response.writeHead(302, { location: 'http://localhost:9/simple/demo/' }).end(),
      'index-unreachable',
    ],
    [
      'a redirect in a circle',
      (_request, response) => void response.writeHead(302, { location: '/simple/demo/' }).end(),
      'index-unreachable',
    ],
  ])('throws a failure for %s', async (_name, answer, code) => {
    await expect(client.listing(await indexThat(answer), 'demo', null)).rejects.toMatchObject({ name: 'Failure', code });
  });

  test('follows a redirect of the same origin, sends no credentials and asks past caches', async () => {
    const seen: IncomingMessage[] = [];
    const profile = await indexThat((request, response) => {
      seen.push(request);
      if (request.url === '/simple/demo/') response.writeHead(301, { location: '/simple/Demo/' }).end();
      else response.writeHead(200, { 'content-type': 'application/json' }).end('{"files":[]}');
    });
    await client.listing(profile, 'demo', null);
    expect(seen.map(request => request.url)).toEqual(['/simple/demo/', '/simple/Demo/']);
    expect(seen[1]?.headers).toMatchObject({ 'cache-control': 'no-cache', 'user-agent': 'countersign-test' });
    expect(seen[1]?.headers.authorization).toBeUndefined();
  });

  test('ends at once on a cancel', async () => {
    const profile = await indexThat(() => undefined);
    const cancel = new AbortController();
    const asked = client.listing(profile, 'demo', cancel.signal);
    setTimeout(() => cancel.abort(), 50);
    await expect(asked).rejects.toMatchObject({ name: 'Cancelled' });
  });
});
