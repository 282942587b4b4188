import { createServer, type Server } from 'node:http';
import { connect } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { listenOnLoopback } from '../../../src/broker/http/loopback.ts';
import { routes } from '../../../src/core/messages/pageMessages.ts';
import { ForkedBroker, pause, until } from './forkedBroker.ts';
import { RawPage } from './rawPage.ts';
import { makeRoom, profiles, type Room } from './room.ts';

describe('one page, asked by others', () => {
  let room: Room;
  let broker: ForkedBroker;
  let page: RawPage;

  beforeAll(async () => {
    room = await makeRoom();
    broker = await ForkedBroker.start();
    broker.send(room.start);
    broker.send(room.countersign(profiles.testpypi));
    page = new RawPage((await broker.next('page-open')).url);
  });

  afterAll(async () => {
    await broker.stop();
    await room.remove();
  });

  test('the ticket has 256 bits and is in the fragment', () => {
    expect(page.url.pathname + page.url.search).toBe('/');
    expect(Buffer.from(page.ticket, 'base64url')).toHaveLength(32);
  });

  test.each(['127.0.0.1', '::1'] as const)('the page is served on %s', async address => {
    expect(await page.ask({ address })).toMatchObject({ status: 200, headers: { 'content-type': 'text/html; charset=utf-8' } });
  });

  test.each([
    ['by number', (port: string) => `127.0.0.1:${port}`],
    ['without a port', () => 'localhost'],
    ['with another port', () => 'localhost:1'],
    ['of a rebound name', (port: string) => `attacker.example:${port}`],
    ['of the other relying party', (port: string) => `countersign.localhost:${port}`],
    ['with a dot behind', (port: string) => `localhost.:${port}`],
    ['in capitals', (port: string) => `LOCALHOST:${port}`],
  ])('a host %s gets 421 and nothing else', async (_, host) => {
    for (const path of ['/', '/approval.js', routes.session]) {
      expect(await page.ask({ path, headers: { host: host(page.url.port) } })).toMatchObject({ status: 421, body: '' });
    }
  });

  test('every response has the headers that isolate it, and the page a policy with fresh nonces', async () => {
    const answers = [await page.ask({}), await page.ask({ path: '/approval.js' }), await page.ask({ path: '/nothing' })];
    for (const { headers } of answers) {
      expect(headers).toMatchObject({
        'cache-control': 'no-store',
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      });
      expect(headers['content-security-policy']).toMatch(
        /^default-src 'none'; .*frame-ancestors 'none'; base-uri 'none'; form-action 'none'/,
      );
    }
    const nonces = [await page.ask({}), await page.ask({})].map(({ body, headers }) => {
      const nonce = /nonce="([^"]+)"/.exec(body)?.[1] ?? '';
      expect(headers['content-security-policy']).toContain(`script-src 'nonce-${nonce}'`);
      expect(body).not.toContain('__NONCE__');
      return nonce;
    });
    expect(new Set(nonces).size).toBe(2);
    expect(nonces[0]?.length).toBeGreaterThan(20);
  });

  test.each([
    ['an unknown file', { path: '/etc/passwd' }, 404],
    ['a path out of the folder', { path: '/../approval.html' }, 404],
    ['an API by GET', { path: routes.session }, 404],
    ['PUT', { method: 'PUT' }, 405],
    ['OPTIONS, as before a request across origins', { method: 'OPTIONS', path: routes.session }, 405],
    ['the page inside a frame', { headers: { 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'iframe' } }, 403],
    ['the page by a script', { headers: { 'sec-fetch-mode': 'cors', 'sec-fetch-dest': 'empty' } }, 403],
    ['the script from another site', { path: '/approval.js', headers: { 'sec-fetch-site': 'cross-site' } }, 403],
    [
      'the page, opened from another program',
      { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', 'sec-fetch-dest': 'document' } },
      200,
    ],
  ])('%s', async (_, request, status) => {
    expect((await page.ask(request)).status).toBe(status);
  });

  describe('a ticket that comes otherwise than from the page itself is not redeemed', () => {
    test.each([
      ['from another origin', { origin: 'http://attacker.example' }, 403],
      ['from another port of the same host', { origin: 'http://localhost:1' }, 403],
      ['from the other loopback name', { origin: 'http://127.0.0.1' }, 403],
      ['with no origin', { origin: '' }, 403],
      ['with the origin null', { origin: 'null' }, 403],
      ['across sites', { 'sec-fetch-site': 'cross-site' }, 403],
      ['within the site', { 'sec-fetch-site': 'same-site' }, 403],
      ['typed', { 'sec-fetch-site': 'none' }, 403],
      ['as a form', { 'content-type': 'application/x-www-form-urlencoded' }, 415],
      ['as text', { 'content-type': 'text/plain' }, 415],
      ['with a parameter', { 'content-type': 'application/json; charset=utf-8' }, 415],
    ])('%s', async (_, headers, status) => {
      expect(await page.post(routes.session, { ticket: page.ticket }, headers)).toMatchObject({ status, body: '' });
    });

    test.each([
      ['too large', JSON.stringify({ ticket: 'x'.repeat(70_000) }), 413],
      ['no JSON', '{', 400],
      ['another shape', '{"ticket":1}', 400],
      ['another ticket', '{"ticket":"AAAA"}', 403],
    ])('%s', async (_, body, status) => {
      expect((await page.ask({ method: 'POST', path: routes.session, headers: page.ownHeaders, body })).status).toBe(status);
    });
  });

  test('without a session nothing is told and nothing decided', () => expectUnauthorised());

  async function expectUnauthorised(): Promise<void> {
    for (const route of Object.values(routes).filter(path => path !== routes.session)) {
      expect((await page.post(route, {}, { 'x-countersign-session': 'A'.repeat(43) })).status).toBe(401);
    }
    expect(broker.said.filter(message => message.kind === 'not-approved')).toEqual([]);
  }

  test('a body that never ends is cut off', async () => {
    const socket = connect(Number(page.url.port), '127.0.0.1');
    const head = Object.entries({ host: page.url.host, ...page.ownHeaders, 'transfer-encoding': 'chunked' }).map(pair => pair.join(': '));
    socket.write(`POST ${routes.session} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`);
    socket.on('error', () => {});
    const chunk = `4000\r\n${'x'.repeat(0x4000)}\r\n`;
    for (let i = 0; i < 8; i++) socket.write(chunk);
    await new Promise(resolve => socket.resume().once('close', resolve));
    expect(broker.isRunning).toBe(true);
  });

  // From here on the link is used up.
  test('the link opens the page once', async () => {
    expect((await page.post(routes.session, { ticket: page.ticket })).status).toBe(200);
    const again = await page.post(routes.session, { ticket: page.ticket });
    expect(again.status).toBe(410);
    expect(JSON.parse(again.body)).toEqual({ problem: 'This link was used already.', field: 'page' });
  });

  test('with a session of another page nothing is told and nothing decided', async () => {
    await expectUnauthorised();
  });
});

describe('the page’s end', () => {
  let room: Room;
  let broker: ForkedBroker;

  beforeEach(async () => {
    room = await makeRoom();
    broker = await ForkedBroker.start({ pageLife: 600, reloadGrace: 150, firstWatch: 250, linger: 400 });
    broker.send(room.start);
    broker.send(room.countersign(profiles.testpypi));
  });

  afterEach(async () => {
    await broker.stop();
    await room.remove();
  });

  test('a page that is never opened times out', async () => {
    await broker.next('page-open');
    expect(await broker.next('not-approved')).toEqual({ kind: 'not-approved', reason: 'timed-out' });
    expect(await broker.exit()).toBe(0);
  });

  test('a page that was left open says that it timed out', async () => {
    const page = new RawPage((await broker.next('page-open')).url);
    await page.enter();
    expect(await broker.next('not-approved')).toEqual({ kind: 'not-approved', reason: 'timed-out' });
    await until(() => page.states.at(-1)?.state === 'ended');
    expect(page.states.at(-1)).toMatchObject({ title: 'Nothing was uploaded', tone: 'neutral' });
    expect((await page.post(routes.approve, { method: 'none', token: 'x' })).body).toContain('decided already');
    expect(await broker.exit()).toBe(0);
  });

  test('a closed page ends the wait', async () => {
    const page = new RawPage((await broker.next('page-open')).url);
    await page.enter();
    page.leave();
    expect(await broker.next('not-approved')).toEqual({ kind: 'not-approved', reason: 'page-closed' });
    expect(await broker.exit()).toBe(0);
  });

  test('a reload does not', async () => {
    const page = new RawPage((await broker.next('page-open')).url);
    await page.enter();
    page.leave();
    await pause(60);
    await page.watch();
    expect(await broker.next('not-approved')).toEqual({ kind: 'not-approved', reason: 'timed-out' });
  });

  test('a page that got its session and never watches is closed', async () => {
    const page = new RawPage((await broker.next('page-open')).url);
    await page.post(routes.session, { ticket: page.ticket });
    expect(await broker.next('not-approved')).toEqual({ kind: 'not-approved', reason: 'page-closed' });
  });

  test('a cancel ends the wait', async () => {
    broker.send({ kind: 'cancel' });
    expect(await broker.next('not-approved')).toEqual({ kind: 'not-approved', reason: 'cancelled' });
  });
});

describe('the port', () => {
  let squatter: Server;
  afterEach(() => squatter.close());

  test('is another one where somebody sits on the other loopback address', async () => {
    squatter = createServer((_, response) => response.end('squatter'));
    squatter.listen(0, '::1');
    await once(squatter, 'listening');
    const { port } = squatter.address() as AddressInfo;
    const loopback = await listenOnLoopback((_, response) => response.end('ours'), port);
    const answers = await Promise.all(['127.0.0.1', '[::1]'].map(async host => (await fetch(`http://${host}:${loopback.port}/`)).text()));
    loopback.close();
    expect(loopback.port).not.toBe(port);
    expect(answers).toEqual(['ours', 'ours']);
    await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow();
  });
});
