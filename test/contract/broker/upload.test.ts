import { randomBytes } from 'node:crypto';
import { appendFile, readdir, readFile, readlink, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { addresses } from '../../../src/core/indexes/addresses.ts';
import { routes } from '../../../src/core/messages/pageMessages.ts';
import { fakeApiToken } from '../../fakes/broker/apiToken.ts';
import { ForkedBroker, until } from './forkedBroker.ts';
import { RawPage } from './rawPage.ts';
import { lines, makeRoom, profiles, sdist, wheel, type Room } from './room.ts';

const secret = fakeApiToken(addresses.testpypi.tokenLocation, randomBytes(6).toString('hex'));

let room: Room;
let broker: ForkedBroker;

beforeEach(async () => {
  room = await makeRoom();
  broker = await ForkedBroker.start();
});

afterEach(async () => {
  await broker.stop();
  await room.remove();
});

async function approve(): Promise<{ digest: string; page: RawPage }> {
  const claim = room.countersign(profiles.testpypi);
  broker.send(room.start);
  broker.send(claim);
  const page = new RawPage((await broker.next('page-open')).url);
  await page.enter();
  const answer = await page.post(routes.approve, { method: 'none', token: `  ${secret}\n` });
  expect(answer).toMatchObject({ status: 200, body: '{}' });
  expect(await broker.next('approved')).toEqual({ kind: 'approved', digest: claim.digest, level: 0 });
  return { digest: claim.digest, page };
}

async function uploadOne(digest: string, filename = sdist): Promise<object> {
  broker.send({ kind: 'upload', digest, filename });
  return (await broker.next('uploaded')).result;
}

test('each file is sent by a run of its own, and the page follows', async () => {
  await broker.stop();
  broker = await ForkedBroker.start({ reloadGrace: 200 });
  const { digest, page } = await approve();
  expect(await uploadOne(digest, wheel)).toEqual({ outcome: 'uploaded' });
  expect(await uploadOne(digest, sdist)).toEqual({ outcome: 'uploaded' });
  broker.send({ kind: 'verifying' });
  broker.send({ kind: 'ended', tone: 'good', title: 'Published', detail: 'Both.', link: null, resumable: false });
  await until(() => page.states.at(-1)?.state === 'ended');
  expect(page.states.map(state => (state.state === 'sending' ? state.files.map(file => file.state).join() : state.state))).toEqual(
    // prettier-ignore
    ['waiting', 'waiting,waiting', 'sending,waiting', 'sent,waiting', 'sent,sending', 'sent,sent', 'verifying', 'ended'],
  );
  page.leave();
  expect(await broker.exit()).toBe(0);
  expect(broker.printed).toBe('');
});

test('the launcher gets the order over standard input, an allow-list of variables and a folder of its own', async () => {
  await broker.stop();
  broker = await ForkedBroker.start(undefined, {
    HTTPS_PROXY: 'http://proxy.example:8',
    SSL_CERT_FILE: '/ca.pem',
    TWINE_PASSWORD: 'x',
    PYTHONPATH: '/x',
  });
  const { digest } = await approve();
  await uploadOne(digest);
  const [run] = await room.runs();
  expect(run?.order).toEqual({
    secret,
    username: '__token__',
    repositoryUrl: profiles.testpypi.uploadUrl,
    file: join(room.staging, sdist),
    stallSeconds: 60,
  });
  const { HOME: home = '', ...environment } = run?.environment ?? {};
  expect(home.startsWith(join(room.start.storageFolder, 'run-'))).toBe(true);
  expect(run?.folder).toBe(home);
  expect(environment).toEqual({
    ...{ HTTPS_PROXY: 'http://proxy.example:8', SSL_CERT_FILE: '/ca.pem', COLUMNS: '1000', LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    ...{ PATH: join(room.environment, 'bin'), USERPROFILE: home, TMPDIR: home, TEMP: home, TMP: home },
    // What the fake interpreter's shell sets by itself.
    PWD: home,
  });
  expect(await readdir(room.start.storageFolder)).not.toContainEqual(expect.stringMatching(/^run-/));
});

test('the journal says what was under way, is on disk before the run, and is for this user alone', async () => {
  const { digest } = await approve();
  await uploadOne(digest);
  await room.behave({ outcome: { outcome: 'http', status: 403, reason: 'Invalid', retryAfter: null }, exitCode: 1 });
  await uploadOne(digest, wheel);
  broker.send({ kind: 'ended', tone: 'bad', title: 'x', detail: 'x', link: null, resumable: false });
  const path = join(room.start.storageFolder, 'journal.ndjson');
  await until(async () => (await readFile(path, 'utf8')).includes('ended'));
  const entries = lines<Record<string, string>>(await readFile(path, 'utf8'));
  expect(entries.map(entry => [entry['event'], entry['filename']])).toEqual([
    ['approved', undefined],
    ['sending', sdist],
    ['sent', sdist],
    ['sending', wheel],
    ['failed', wheel],
    ['ended', undefined],
  ]);
  const { name: index, uploadUrl } = profiles.testpypi;
  expect(entries[1]).toMatchObject({ digest, index, uploadUrl, project: 'demo', version: '1.2.0', folder: room.staging });
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  expect((await stat(room.start.storageFolder)).mode & 0o777).toBe(0o700);
});

describe('what the launcher tells is passed on', () => {
  test.each([
    [
      { outcome: { outcome: 'http', status: 400, reason: 'File already exists', retryAfter: null } },
      { outcome: 'http', status: 400, reason: 'File already exists', retryAfter: null },
    ],
    [
      { outcome: { outcome: 'connection', cause: 'dns', detail: 'no such host' } },
      { outcome: 'connection', cause: 'dns', detail: 'no such host' },
    ],
    [{ outcome: { outcome: 'rejected', detail: 'for SECRET' } }, { outcome: 'rejected', detail: 'for ‹hidden›' }],
    [{ exitCode: 3 }, { outcome: 'crashed', detail: 'The launcher of twine ended with exit code 3 and told no outcome.' }],
    [
      { outcome: { outcome: 'cancelled' } },
      { outcome: 'crashed', detail: 'The launcher of twine ended with exit code 0 and told no outcome.' },
    ],
  ])('%j', async (behaviour, expected) => {
    await room.behave(behaviour);
    const { digest } = await approve();
    expect(await uploadOne(digest)).toEqual(expected);
  });
});

test('twine’s output becomes log lines without the secret and without control characters', async () => {
  await room.behave({
    outcome: { outcome: 'uploaded' },
    chatter: ['Uploading \u001b[1mdemo', 'password SECRET end', 'Authorization: Basic abcdefgh=='],
  });
  const { digest } = await approve();
  await uploadOne(digest);
  const log = broker.said.flatMap(message => (message.kind === 'log' ? [message.line] : []));
  expect(log).toEqual(['Uploading \\u{1b}[1mdemo', 'password ‹hidden› end', 'Authorization: ‹hidden›']);
});

test('a staged file that changed is not sent', async () => {
  const { digest } = await approve();
  await writeFile(join(room.staging, sdist), 'an sdisT');
  expect(await uploadOne(digest)).toEqual({ outcome: 'changed' });
  expect(await room.runs()).toEqual([]);
});

test.each([
  ['another digest', (digest: string) => ({ digest: digest.replace(/./, digest.startsWith('0') ? '1' : '0'), filename: sdist })],
  ['a file of no manifest', (digest: string) => ({ digest, filename: 'other-1.0.tar.gz' })],
])('%s is refused', async (_, order) => {
  const { digest } = await approve();
  broker.send({ kind: 'upload', ...order(digest) });
  expect(await broker.next('failure')).toMatchObject({ code: 'broker-failed' });
  expect(await room.runs()).toEqual([]);
});

test('nothing is uploaded before an approval', async () => {
  const claim = room.countersign(profiles.testpypi);
  broker.send(room.start);
  broker.send(claim);
  await broker.next('page-open');
  broker.send({ kind: 'upload', digest: claim.digest, filename: sdist });
  expect(await broker.next('failure')).toMatchObject({ code: 'broker-failed' });
  expect(await room.runs()).toEqual([]);
});

describe('while the launcher hangs', () => {
  async function hang(): Promise<readonly number[]> {
    await room.behave({ hang: true });
    const { digest } = await approve();
    broker.send({ kind: 'upload', digest, filename: sdist });
    await until(async () => (await room.runs()).length === 2);
    const notes = await room.runs();
    return notes.flatMap(note => [note.pid ?? note.child ?? 0]);
  }

  test('the secret is in no argument list, no environment block and no file of the storage', async () => {
    const [pid = 0] = await hang();
    expect((await room.runs())[0]?.order?.['secret']).toBe(secret);
    const seen = [...(await processTexts()), ...(await storedTexts(room.start.storageFolder))];
    expect(seen.length).toBeGreaterThan(6);
    for (const form of [
      secret,
      encodeURIComponent(secret),
      Buffer.from(secret).toString('base64'),
      Buffer.from(`__token__:${secret}`).toString('base64'),
    ]) {
      expect(seen.filter(text => text.includes(form))).toEqual([]);
    }
    expect(await readlink(`/proc/${pid}/cwd`)).toContain('run-');
  });

  test('a cancel ends the whole process group, by force after two seconds', async () => {
    const pids = await hang();
    const before = Date.now();
    broker.send({ kind: 'cancel' });
    expect((await broker.next('uploaded')).result).toEqual({ outcome: 'cancelled' });
    expect(Date.now() - before).toBeGreaterThan(1_500);
    expect(await room.runs()).toContainEqual({ told: 'SIGTERM' });
    await until(() => pids.every(pid => !isAlive(pid)));
    expect(broker.isRunning).toBe(true);
  });

  test('the end of the parent ends broker and process group at once', async () => {
    const pids = await hang();
    const before = Date.now();
    broker.child.disconnect();
    await broker.exit();
    await until(() => pids.every(pid => !isAlive(pid)));
    expect(Date.now() - before).toBeLessThan(5_000);
  });
});

test('an upload has a limit over all', async () => {
  await broker.stop();
  broker = await ForkedBroker.start({ uploadBase: 300 });
  await room.behave({ hang: true });
  const { digest } = await approve();
  expect(await uploadOne(digest)).toMatchObject({ outcome: 'connection', cause: 'stalled' });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

/** What any process of this user can read of the others. The test's own process holds the secret by design. */
async function processTexts(): Promise<readonly string[]> {
  const pids = (await readdir('/proc')).filter(name => /^\d+$/.test(name) && Number(name) !== process.pid);
  const texts = await Promise.all(
    pids.flatMap(pid => ['cmdline', 'environ'].map(name => readFile(`/proc/${pid}/${name}`, 'utf8').catch(() => ''))),
  );
  return texts.filter(text => text !== '');
}

async function storedTexts(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return Promise.all(entries.filter(entry => entry.isFile()).map(entry => readFile(join(entry.parentPath, entry.name), 'utf8')));
}

test('the scan above sees a secret where there is one', async () => {
  await appendFile(join(room.folder, 'naive.txt'), secret);
  expect((await storedTexts(room.folder)).some(text => text.includes(secret))).toBe(true);
});
