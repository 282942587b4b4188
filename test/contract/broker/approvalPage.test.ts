import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { HOTP, Secret } from 'otpauth';
import { describe, expect, test } from 'vitest';

import { addresses } from '../../../src/core/indexes/addresses.ts';
import { fakeApiToken } from '../../fakes/broker/apiToken.ts';
import { openTab } from './browser.ts';
import { profiles, wheel } from './room.ts';
import { heading, press, setStage } from './stage.ts';

const token = fakeApiToken(addresses.pypi.tokenLocation);
const stage = setStage();

test('a phone code is enrolled from what the page shows, and approves', async () => {
  const { broker, url } = await stage.publish(profiles.pypi);
  const { page, complaints } = await openTab(stage.browser);
  await page.goto(url);
  await press(page, 'Set up a phone code');
  await page.getByRole('img', { name: /QR code/ }).waitFor();
  const secret = Secret.fromBase32(((await page.locator('.secret').textContent()) ?? '').replaceAll(' ', ''));
  const code = (ahead: number): string => HOTP.generate({ secret, counter: Math.floor(Date.now() / 30_000) + ahead });
  await page.getByLabel('Code that the app shows now').fill(code(0));
  await page.keyboard.press('Enter');
  await page.getByText('The phone code is set up.').first().waitFor();
  expect(await page.locator('.secret, .qr').count()).toBe(0);
  expect(await page.evaluate('document.activeElement.id')).toBe('code');
  await page.getByLabel('Code from your phone').fill(code(1));
  await page.keyboard.press('Enter');
  await page.getByText('There is no token').waitFor();
  await page.getByLabel('API token').fill(token);
  expect(await page.getByLabel('Code from your phone').inputValue()).toMatch(/^\d{6}$/);
  await press(page, 'Approve with a code');
  expect(await broker.next('approved')).toMatchObject({ level: 1 });
  expect(complaints).toEqual([]);
});

test('the token is judged while it is typed', async () => {
  const { url } = await stage.publish(profiles.testpypi);
  const { page } = await openTab(stage.browser);
  await page.goto(url);
  await page.getByLabel('API token').fill(token);
  await page.getByText('This token is for PyPI').waitFor();
  await page.getByLabel('API token').fill(fakeApiToken(addresses.testpypi.tokenLocation));
  await page.getByText('A token of TestPyPI').waitFor();
  expect(await page.getByText('This token is for PyPI').count()).toBe(0);
});

test('refused: nothing is uploaded, and the page says so', async () => {
  const { broker, url } = await stage.publish(profiles.pypi);
  const { page } = await openTab(stage.browser);
  await page.goto(url);
  await press(page, 'Refuse');
  expect(await broker.next('not-approved')).toEqual({ kind: 'not-approved', reason: 'refused' });
  await heading(page, 'Nothing was uploaded');
});

test('a used link says so, and a reload of the first tab goes on', async () => {
  const { broker, url } = await stage.publish(profiles.testpypi);
  const first = await openTab(stage.browser);
  await first.page.goto(url);
  await heading(first.page, 'Publish demo 1.2.0');
  const second = await openTab(stage.browser);
  await second.page.goto(url);
  await heading(second.page, 'This link was used already');
  await first.page.reload();
  await heading(first.page, 'Publish demo 1.2.0');
  expect(broker.said).toEqual([{ kind: 'ready' }]);
});

test('when the broker is gone the page says so', async () => {
  const { broker, url } = await stage.publish(profiles.testpypi);
  const { page } = await openTab(stage.browser);
  await page.goto(url);
  await heading(page, 'Publish demo 1.2.0');
  broker.child.disconnect();
  await heading(page, 'VS Code was closed or reloaded');
});

test('hostile text is shown, not obeyed', async () => {
  const notes = ['<img src=x onerror=alert(1)>', 'a\u202egnp.exe', '$(x) [link](javascript:alert(1))'];
  const { broker, url } = await stage.publish(profiles.testpypi, { notes });
  const { page, complaints } = await openTab(stage.browser);
  await page.goto(url);
  await heading(page, 'Publish demo 1.2.0');
  expect(await page.getByRole('list', { name: 'Worth knowing' }).getByRole('listitem').allTextContents()).toEqual([
    notes[0],
    'a\\u{202e}gnp.exe',
    notes[2],
  ]);
  broker.send({
    kind: 'ended',
    tone: 'bad',
    title: '<b>x</b>',
    detail: 'x',
    link: { title: 'x', url: 'javascript:alert(1)' },
    resumable: false,
  });
  await heading(page, '<b>x</b>');
  expect(await page.getByRole('link').count()).toBe(0);
  expect(complaints).toEqual([]);
});

test('another origin in the same browser can neither read the page, frame it nor use its link', async () => {
  const { broker, url } = await stage.publish(profiles.testpypi);
  const attacker = createServer((_, response) => response.setHeader('content-type', 'text/html').end('<iframe></iframe>'));
  attacker.listen(0, '127.0.0.1');
  await once(attacker, 'listening');
  const { page } = await openTab(stage.browser);
  await page.goto(`http://localhost:${(attacker.address() as AddressInfo).port}/`);
  const [origin = '', ticket = ''] = url.split('/#');
  const outcomes = await page.evaluate(
    async ([target, stolen]) => {
      const attempt = (init: RequestInit): Promise<string> =>
        fetch(`${target}/api/session`, init).then(
          r => `${r.type} ${r.status}`,
          () => 'stopped',
        );
      const body = JSON.stringify({ ticket: stolen });
      const json = { 'content-type': 'application/json' };
      return [
        await attempt({ method: 'POST', body, headers: json }),
        await attempt({ method: 'POST', body, mode: 'no-cors' }),
        await fetch(`${target}/`).then(
          () => 'read',
          () => 'stopped',
        ),
      ];
    },
    [origin, ticket],
  );
  expect([outcomes[0], outcomes[2]]).toEqual(['stopped', 'stopped']);
  expect(outcomes[1]).toMatch(/opaque|stopped/);
  await page.evaluate(`document.querySelector('iframe').src = ${JSON.stringify(origin)}`);
  await page.waitForTimeout(300);
  expect(
    await page
      .frames()[1]
      ?.evaluate('document.body?.innerText ?? ""')
      .catch(() => ''),
  ).not.toContain('Countersign');
  attacker.close();
  // The link was not used up by any of it.
  const own = await openTab(stage.browser);
  await own.page.goto(url);
  await heading(own.page, 'Publish demo 1.2.0');
  expect(broker.said).toEqual([{ kind: 'ready' }]);
});

describe('the page', () => {
  test.each(['pypi', 'testpypi', 'private'] as const)('of %s fits a narrow screen and is used by keyboard alone', async kind => {
    const { broker, url } = await stage.publish(profiles[kind]);
    const { page } = await openTab(stage.browser, { viewport: { width: 360, height: 700 } });
    await page.goto(url);
    await heading(page, 'Publish demo 1.2.0');
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(360);
    await page.getByRole('heading', { level: 1 }).focus();
    for (let i = 0; i < 20; i++) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(`document.activeElement.textContent === 'Refuse'`)) break;
    }
    await page.keyboard.press('Enter');
    expect(await broker.next('not-approved')).toMatchObject({ reason: 'refused' });
  });

  test('shows each file with its size and whole hash, and what is there already', async () => {
    const { url } = await stage.publish(profiles.pypi, { alreadyThere: [wheel] });
    const { page } = await openTab(stage.browser);
    await page.goto(url);
    const { artifacts } = stage.room.countersign(profiles.pypi).manifest;
    const items = page.getByRole('list', { name: '2 files' }).getByRole('listitem');
    for (const [i, artifact] of artifacts.entries()) {
      const text = (await items.nth(i).textContent()) ?? '';
      for (const part of [artifact.filename, `${artifact.size} bytes`, artifact.sha256]) expect(text).toContain(part);
      expect(text.includes('already there')).toBe(artifact.filename === wheel);
    }
  });
});
