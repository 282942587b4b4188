import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { ApprovalPage } from './support/approvalPage.ts';
import { processesRunning } from './support/processesRunning.ts';
import { addKey, giveCredentials, heldCredentials, type HeldCredentials } from './support/securityKeys.ts';
import { openStage, type Stage } from './support/stage.ts';

let stage: Stage;
let credentials: HeldCredentials = [];

beforeAll(async () => void (stage = await openStage()));
beforeEach(async () => {
  await stage.index.control('/reset');
  await stage.bump();
});
afterEach(() => stage.clear());
afterAll(() => stage.close());

/** Opens the page with a token in its field and the enrolled key at hand. */
async function openWithKey(token: string): Promise<ApprovalPage> {
  const approval = await stage.openApproval('Countersign: Publish to Another Index…', 'Shelf');
  await prepare(approval, token);
  return approval;
}

async function prepare(approval: ApprovalPage, token: string): Promise<void> {
  const key = await addKey(approval.page, 'ctap2');
  if (credentials.length > 0) await giveCredentials(key, credentials);
  else {
    await approval.press('Set up a security key');
    await approval.page.getByRole('button', { name: 'Approve with a security key' }).waitFor();
    credentials = await heldCredentials(key);
  }
  await approval.pasteToken(token);
}

const approve = (approval: ApprovalPage): Promise<void> => approval.press('Approve with a security key');

async function editProject(change: (text: string) => string, name = 'pyproject.toml'): Promise<() => Promise<void>> {
  const path = join(stage.folder, name);
  const before = await readFile(path, 'utf8');
  await writeFile(path, change(before));
  return () => writeFile(path, before);
}

describe('the index says no', () => {
  test('a token for another project', async () => {
    const { token } = (await stage.index.control('/mint', { projects: ['other'] })) as { token: string };
    const approval = await openWithKey(token);
    await approve(approval);
    await approval.heading('Nothing was uploaded');
    const toast = await stage.notification('Shelf refused the token: it is for another project. Nothing was uploaded.');
    expect(await toast.buttons()).toEqual(['Use Another Token']);
  });

  test('a file of that name with other bytes, found out before anybody is asked', async () => {
    const approval = await openWithKey(await stage.index.mint());
    await approve(approval);
    await approval.heading('Published and verified');
    await stage.clear();
    const restore = await editProject(text => text.replace('Nothing much.', 'Something else.'), 'src/quick_demo/__init__.py');
    await stage.runCommand('Countersign: Publish to Another Index…');
    await stage.pickOption('Shelf');
    await stage.notification(/Shelf has a different quick_demo-1\.0\.\d+.*File names are used once/, 60_000);
    await restore();
  });

  test('a fault of its own, told with what to do', async () => {
    const approval = await openWithKey(await stage.index.mint());
    await stage.index.control('/faults', { on: 'upload', kind: 'status', status: 503, reason: 'Service Unavailable', times: 5 });
    await approve(approval);
    await approval.heading('Nothing was uploaded');
    await stage.notification('Shelf has a fault of its own (HTTP 503). Nothing was uploaded.');
  });
});

describe('the way there breaks', () => {
  test('in the middle: what arrived is told, and the rest is sent after a new approval', async () => {
    const approval = await openWithKey(await stage.index.mint());
    await stage.index.control('/faults', {
      on: 'upload',
      kind: 'drop-before-store',
      filename: `quick_demo-${await version()}.tar.gz`,
      times: 1,
    });
    await approve(approval);
    await approval.heading('Partly published');
    const toast = await stage.notification('1 of 2 files is on Shelf. The connection to Shelf broke.');
    await toast.press('Resume');
    const again = await stage.nextApproval();
    await prepare(again, await stage.index.mint());
    await approve(again);
    await again.heading('Published and verified');
    expect((await stage.held()).size).toBe(2);
  });

  test('after the index took the file: nobody is bothered', async () => {
    const approval = await openWithKey(await stage.index.mint());
    await stage.index.control('/faults', { on: 'upload', kind: 'drop-after-store', times: 1 });
    await approve(approval);
    await approval.heading('Published and verified');
  });
});

describe('the person changes their mind', () => {
  test('while the page is open', async () => {
    const approval = await openWithKey(await stage.index.mint());
    await stage.page.bringToFront();
    await (await stage.notification('Waiting for your approval')).press('Cancel');
    await approval.heading('Nothing was uploaded');
    expect((await stage.held()).size).toBe(0);
  });

  test('by closing the page', async () => {
    const approval = await openWithKey(await stage.index.mint());
    await approval.page.close();
    await stage.notification('the approval page was closed', 30_000);
    expect((await stage.held()).size).toBe(0);
  });

  test('while a file is being sent: twine is gone within five seconds', async () => {
    await holdAnUpload();
    await (await stage.notification('Sending')).press('Cancel');
    await expect.poll(() => processesRunning('launcher.py'), { timeout: 5_000 }).toBe(0);
    await stage.notification('Nothing was uploaded: you cancelled.');
  });

  test('by reloading the window in the middle: nothing goes on alone, and the rest can be sent', async () => {
    await holdAnUpload();
    await stage.page.reload();
    await expect.poll(() => processesRunning('launcher.py'), { timeout: 5_000 }).toBe(0);
    const toast = await stage.notification(/was interrupted while quick_demo-.* was being sent/, 60_000);
    await toast.press('Resume');
    const again = await stage.nextApproval();
    await prepare(again, await stage.index.mint());
    await approve(again);
    await again.heading('Published and verified');
    expect((await stage.held()).size).toBe(2);
  });
});

describe('the project is not ready', () => {
  test('broken TOML, with its place, and a way there', async () => {
    const restore = await editProject(text => text.replace('name = "quick-demo"', 'name = quick-demo'));
    await stage.runCommand('Countersign: Rehearse Publish');
    const toast = await stage.notification(/Nothing was built or uploaded\. pyproject\.toml:7:\d+/);
    await toast.press('Open');
    await stage.page.locator('.monaco-editor').first().waitFor();
    await stage.runCommand('View: Close All Editors');
    await restore();
  });

  test('a build that fails, with its last words', async () => {
    const restore = await editProject(
      () => 'def build_sdist(folder, config_settings=None):\n    raise ValueError("no left-handed widgets")\n',
      'backend.py',
    );
    await stage.runCommand('Countersign: Rehearse Publish');
    const toast = await stage.notification('The build failed.', 60_000);
    expect(await toast.text()).toContain('no left-handed widgets');
    expect(await toast.buttons()).toEqual(['Show Log']);
    await restore();
  });

  test('a build of another version than the project declares', async () => {
    const restore = await editProject(
      text => text.replace('.search(r\'^version = "(.+)"$\', Path("pyproject.toml").read_text(), re.M).group(1)', '.sub("", "", "9.9")'),
      'backend.py',
    );
    await stage.runCommand('Countersign: Rehearse Publish');
    await stage.notification(/is not published/, 60_000);
    await restore();
  });
});

async function version(): Promise<string> {
  return /^version = "(.*)"$/m.exec(await readFile(join(stage.folder, 'pyproject.toml'), 'utf8'))?.[1] ?? '';
}

/** A file is on its way, and the index does not answer. */
async function holdAnUpload(): Promise<void> {
  const approval = await openWithKey(await stage.index.mint());
  await stage.index.control('/faults', { on: 'upload', kind: 'never-answer', times: 1 });
  await approve(approval);
  await expect.poll(requestsSeen, { timeout: 20_000 }).toBe(1);
  expect(await processesRunning('launcher.py')).toBe(1);
  await stage.page.bringToFront();
}

async function requestsSeen(): Promise<number> {
  return ((await stage.index.log()) as { authorizations: unknown[] }).authorizations.length;
}
