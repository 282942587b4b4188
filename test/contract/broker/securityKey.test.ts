import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { addresses } from '../../../src/core/indexes/addresses.ts';
import { fakeApiToken } from '../../fakes/broker/apiToken.ts';
import { authenticators, openTab, plugIn } from './browser.ts';
import { profiles, sdist, wheel } from './room.ts';
import { heading, press, setStage } from './stage.ts';

const token = fakeApiToken(addresses.pypi.tokenLocation);
const stage = setStage();

describe('from the link to the ending, with a security key', () => {
  test.each(Object.keys(authenticators) as (keyof typeof authenticators)[])('%s', async kind => {
    const { broker, url } = await stage.publish(profiles.pypi);
    const { page, complaints } = await openTab(stage.browser);
    await plugIn(page, kind);
    await page.goto(url);
    await heading(page, 'Publish demo 1.2.0');
    expect(page.url()).not.toContain('#');
    await page.getByLabel('API token').fill(` ${token} `);
    await press(page, 'Set up a security key');
    await press(page, 'Approve with a security key');
    const { digest, level } = await broker.next('approved');
    expect(level).toBe(2);
    for (const filename of [sdist, wheel]) {
      broker.send({ kind: 'upload', digest, filename });
      await broker.next('uploaded');
    }
    broker.send({ kind: 'verifying' });
    await heading(page, 'Verifying demo 1.2.0');
    const link = { title: 'Open on PyPI', url: 'https://packages.acme.example/demo' };
    broker.send({ kind: 'ended', tone: 'good', title: 'demo 1.2.0 is on PyPI', detail: 'Both verified.', link, resumable: false });
    await heading(page, 'demo 1.2.0 is on PyPI');
    expect(await page.getByRole('link').getAttribute('href')).toBe(link.url);
    expect(await page.title()).toBe('demo 1.2.0 is on PyPI – Countersign');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('H1');
    expect(complaints).toEqual([]);
    expect((await stage.room.runs()).map(run => run.order?.['secret'])).toEqual([token, token]);
  });

  test('a token typed while the key is set up stays where it was typed', async () => {
    const { url } = await stage.publish(profiles.pypi);
    const { page } = await openTab(stage.browser);
    await plugIn(page, 'ctap2');
    await page.goto(url);
    await page.route('**/api/enrol/key', async route => {
      await page.getByLabel('API token').focus();
      await route.continue();
    });
    await press(page, 'Set up a security key');
    await page.getByRole('button', { name: 'Approve with a security key' }).waitFor();
    expect(await page.evaluate('document.activeElement.id')).toBe('token');
  });

  test('the same on the other host name', async () => {
    const { broker, url } = await stage.publish(profiles.pypi, {}, { pageHost: 'countersign.localhost' });
    const { page } = await openTab(stage.browser);
    await plugIn(page, 'ctap2');
    await page.goto(url);
    await page.getByLabel('API token').fill(token);
    await press(page, 'Set up a security key');
    await press(page, 'Approve with a security key');
    await broker.next('approved');
  });

  test('a key of another host name cannot be used, and the page says so', async () => {
    const { url } = await stage.publish(profiles.pypi);
    const { page } = await openTab(stage.browser);
    await plugIn(page, 'ctap2');
    await page.goto(url);
    await press(page, 'Set up a security key');
    await page.getByRole('button', { name: 'Approve with a security key' }).waitFor();
    await page.goto((await stage.publish(profiles.pypi, {}, { pageHost: 'countersign.localhost' })).url);
    await page.getByText('was enrolled on a page named "localhost"').waitFor();
    expect(await page.getByRole('button').allTextContents()).not.toContain('Approve with a security key');
  });

  test('a counter that went backwards is refused', async () => {
    const { broker, url } = await stage.publish(profiles.pypi);
    const { page } = await openTab(stage.browser);
    await plugIn(page, 'u2f');
    await page.goto(url);
    await page.getByLabel('API token').fill(token);
    await press(page, 'Set up a security key');
    await page.getByRole('button', { name: 'Approve with a security key' }).waitFor();
    const path = join(stage.room.start.storageFolder, 'factors.json');
    const factor = JSON.parse(await readFile(path, 'utf8')) as object;
    await writeFile(path, JSON.stringify({ ...factor, counter: 1_000_000 }));
    await press(page, 'Approve with a security key');
    await page.getByText('its count went backwards').waitFor();
    expect(broker.said).not.toContainEqual(expect.objectContaining({ kind: 'approved' }));
    await writeFile(path, JSON.stringify(factor));
    await press(page, 'Approve with a security key');
    await broker.next('approved');
  });

  test('a signature for another release, or of another key, is refused', async () => {
    const first = await stage.publish(profiles.pypi);
    const { page } = await openTab(stage.browser);
    await plugIn(page, 'ctap2');
    await page.goto(first.url);
    await page.getByLabel('API token').fill(token);
    await press(page, 'Set up a security key');
    // The page is made to answer with what it signed before: the challenge in it is used up.
    const sent: string[] = [];
    await page.route('**/api/approve', async route => {
      sent.push(route.request().postData() ?? '');
      return sent.length === 1
        ? route.fulfill({ status: 422, json: { problem: 'held back', field: 'key' } })
        : route.continue({ postData: sent[0] ?? '' });
    });
    await press(page, 'Approve with a security key');
    await page.getByText('held back').waitFor();
    await press(page, 'Approve with a security key');
    await page.getByText('does not fit this release').waitFor();
    expect(first.broker.said).not.toContainEqual(expect.objectContaining({ kind: 'approved' }));
  });
});
