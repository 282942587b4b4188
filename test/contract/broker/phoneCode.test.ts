import { HOTP, Secret } from 'otpauth';
import { randomBytes } from 'node:crypto';
import { readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { addresses } from '../../../src/core/indexes/addresses.ts';
import { routes, type ApprovalView, type CodeEnrolment, type PageProblem } from '../../../src/core/messages/pageMessages.ts';
import { fakeApiToken } from '../../fakes/broker/apiToken.ts';
import { ForkedBroker, pause } from './forkedBroker.ts';
import { containing } from './matchers.ts';
import { RawPage } from './rawPage.ts';
import { makeRoom, profiles, type Room } from './room.ts';

const token = fakeApiToken(addresses.pypi.tokenLocation);

let room: Room;
let brokers: ForkedBroker[];

/** A test that reckons in steps must not see one end: within its last seconds the next one is waited for. */
const TEST_SECONDS = 3;

beforeEach(async () => {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < TEST_SECONDS * 1000) await pause(left);
  room = await makeRoom();
  brokers = [];
});

afterEach(async () => {
  await Promise.all(brokers.map(broker => broker.stop()));
  await room.remove();
});

/** A publish of its own, as of another window, over the same storage. */
async function openPage(
  start = room.start,
  limits?: { pageLife: number },
): Promise<{ broker: ForkedBroker; page: RawPage; view: ApprovalView }> {
  const broker = await ForkedBroker.start(limits);
  brokers.push(broker);
  broker.send(start);
  broker.send(room.countersign(profiles.pypi));
  const page = new RawPage((await broker.next('page-open')).url);
  return { broker, page, view: await page.enter() };
}

function codeAt(secret: string, stepsAhead: number): string {
  const counter = Math.floor(Date.now() / 30_000) + stepsAhead;
  return HOTP.generate({ secret: Secret.fromBase32(secret.replaceAll(' ', '')), counter });
}

/** Enrols with a code of the step before, so that those of this one and the next are still good. */
async function enrol(page: RawPage): Promise<string> {
  const { secret } = await page.postJson<CodeEnrolment>(routes.enrolCodeStart, {});
  const view = await page.postJson<ApprovalView>(routes.enrolCode, { code: codeAt(secret, -1) });
  expect(view.factor).toEqual({ required: true, enrolled: 'code', obstacle: null });
  return secret;
}

function approve(page: RawPage, code: string): Promise<Partial<PageProblem>> {
  return page.postJson(routes.approve, { method: 'code', token, code });
}

function wrongCode(secret: string): string {
  const good = [-2, -1, 0, 1, 2].map(steps => codeAt(secret, steps));
  return ['000000', '111111', '222222', '333333', '444444', '555555'].find(code => !good.includes(code)) ?? '';
}

test('a code of the phone approves, at level 1', async () => {
  const { page, broker } = await openPage();
  const secret = await enrol(page);
  const code = codeAt(secret, 0);
  expect(await approve(page, ` ${code.slice(0, 3)} ${code.slice(3)} `)).toEqual({});
  expect(await broker.next('approved')).toMatchObject({ level: 1 });
});

test('a code is used once, by whichever window', async () => {
  const [one, other] = [await openPage(), await openPage()];
  const secret = await enrol(one.page);
  const code = codeAt(secret, 1);
  expect(await approve(one.page, code)).toEqual({});
  expect(await approve(other.page, code)).toMatchObject({ field: 'code', problem: containing('used already') });
  expect(await approve(other.page, codeAt(secret, 0))).toMatchObject({ problem: containing('used already') });
  expect(other.broker.said.some(message => message.kind === 'approved')).toBe(false);
});

test('the code that confirmed the enrolment approves nothing', async () => {
  const { page } = await openPage();
  const { secret } = await page.postJson<CodeEnrolment>(routes.enrolCodeStart, {});
  const code = codeAt(secret, 0);
  await page.postJson(routes.enrolCode, { code });
  expect(await approve(page, code)).toMatchObject({ problem: containing('used already') });
});

test('five wrong codes lock all windows out, even for the right code, and say until when', async () => {
  const one = await openPage();
  const secret = await enrol(one.page);
  const wrong = wrongCode(secret);
  for (let i = 0; i < 3; i++) expect(await approve(one.page, wrong)).not.toHaveProperty('nextTryAt');
  await one.broker.stop();
  const other = await openPage();
  expect(await approve(other.page, wrong)).not.toHaveProperty('nextTryAt');
  const fifth = await approve(other.page, wrong);
  expect((fifth.nextTryAt ?? 0) - Date.now()).toBeGreaterThan(290_000);
  const locked = await approve(other.page, codeAt(secret, 0));
  expect(locked).toMatchObject({ problem: 'Too many wrong codes were typed.', nextTryAt: fifth.nextTryAt });
});

test('of many tries at once no more than five are judged', async () => {
  const pages = await Promise.all([openPage(), openPage(), openPage()]);
  const secret = await enrol(pages[0].page);
  const wrong = wrongCode(secret);
  const answers: Partial<PageProblem>[] = [];
  const guess = async (page: RawPage): Promise<void> => {
    for (let i = 0; i < 4; i++) answers.push(await approve(page, wrong));
  };
  await Promise.all(pages.map(({ page }) => guess(page)));
  expect(answers.filter(answer => answer.problem?.startsWith('This code is wrong'))).toHaveLength(5);
  expect(answers.filter(answer => answer.problem?.startsWith('Too many'))).toHaveLength(7);
});

test('where the next try lies beyond the page’s life, the release ends', async () => {
  const one = await openPage(room.start, { pageLife: 20_000 });
  const secret = await enrol(one.page);
  for (let i = 0; i < 5; i++) await approve(one.page, wrongCode(secret));
  expect(await one.broker.next('not-approved')).toEqual({ kind: 'not-approved', reason: 'locked-out' });
});

test('what is no code costs no try, and a bad token costs no code', async () => {
  const { page } = await openPage();
  const secret = await enrol(page);
  for (let i = 0; i < 6; i++) expect(await approve(page, '12345')).toEqual({ field: 'code', problem: 'A code has six digits.' });
  const bad = await page.postJson<PageProblem>(routes.approve, { method: 'code', token: 'pypi-nonsense', code: codeAt(secret, 0) });
  expect(bad.field).toBe('token');
  expect(await approve(page, codeAt(secret, 0))).toEqual({});
});

test('a token of another index is refused', async () => {
  const { page } = await openPage();
  const secret = await enrol(page);
  const body = { method: 'code', token: fakeApiToken(addresses.testpypi.tokenLocation), code: codeAt(secret, 0) };
  expect(await page.postJson(routes.approve, body)).toMatchObject({ field: 'token', problem: containing('TestPyPI') });
});

describe('the enrolment', () => {
  test('is done once', async () => {
    const { page } = await openPage();
    await enrol(page);
    for (const route of [routes.enrolCodeStart, routes.enrolKeyOptions]) {
      expect(await page.post(route, {})).toMatchObject({ status: 422, body: containing('enrolled already') });
    }
  });

  test('in two windows at once leaves one factor', async () => {
    const [one, other] = [await openPage(), await openPage()];
    const secrets = await Promise.all([one, other].map(({ page }) => page.postJson<CodeEnrolment>(routes.enrolCodeStart, {})));
    const pages = [one.page, other.page];
    const answers = await Promise.all(pages.map((page, i) => page.post(routes.enrolCode, { code: codeAt(secrets[i]?.secret ?? '', 0) })));
    expect(answers.map(answer => answer.status).toSorted()).toEqual([200, 422]);
  });

  test('leaves nothing on disk that opens without the seal key, for this user alone', async () => {
    const { page } = await openPage();
    const secret = (await enrol(page)).replaceAll(' ', '');
    const bytes = Buffer.from(Secret.fromBase32(secret).bytes);
    const path = join(room.start.storageFolder, 'factors.json');
    const stored = await readFile(path, 'utf8');
    for (const form of [secret, bytes.toString('base64'), bytes.toString('hex'), room.start.sealKey]) expect(stored).not.toContain(form);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect(await readdir(room.start.storageFolder)).toEqual(['factors.json']);
  });

  test('is never repeated silently where another seal key does not open it', async () => {
    const { page } = await openPage();
    const secret = await enrol(page);
    const other = await openPage({ ...room.start, sealKey: randomBytes(32).toString('base64') });
    expect(other.view.factor).toMatchObject({ enrolled: 'code', obstacle: containing('Forget Security Key or Phone Code') });
    expect(await approve(other.page, codeAt(secret, 0))).toMatchObject({
      field: 'code',
      problem: containing('cannot be opened'),
    });
    expect((await other.page.post(routes.enrolCodeStart, {})).status).toBe(422);
  });

  test.each([
    ['a spoilt file', '{'],
    ['a file of another shape', '{"schema":1,"kind":"code"}'],
  ])('%s counts as enrolled, and is said', async (_, content) => {
    const { broker } = await openPage();
    await broker.stop();
    await writeFile(join(room.start.storageFolder, 'factors.json'), content);
    const { page, view } = await openPage();
    expect(view.factor).toMatchObject({ enrolled: 'unusable', obstacle: containing('cannot be read') });
    expect((await page.post(routes.enrolCodeStart, {})).status).toBe(422);
    expect(await approve(page, '123456')).toMatchObject({ field: 'code' });
  });

  test('can be made again when the factor was forgotten', async () => {
    const { page } = await openPage();
    await enrol(page);
    await rm(join(room.start.storageFolder, 'factors.json'));
    await enrol(page);
  });
});

test('a factor that is required cannot be left out', async () => {
  const { page, broker } = await openPage();
  expect(await page.postJson(routes.approve, { method: 'none', token })).toMatchObject({ field: 'page' });
  expect(broker.said.some(message => message.kind === 'approved')).toBe(false);
});
