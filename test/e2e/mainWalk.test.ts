import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { addKey } from './support/securityKeys.ts';
import { openStage, type Stage } from './support/stage.ts';

describe.each(['current', 'oldest'] as const)('on the %s VS Code', host => {
  let stage: Stage;
  beforeAll(async () => void (stage = await openStage({ host, project: 'demo', bare: host === 'current' })));
  afterAll(() => stage.close());

  test('a rehearsal needs no token and ends verified', async () => {
    const approval = await stage.openApproval('Countersign: Rehearse Publish');
    await approval.press('Approve');
    await approval.heading('Rehearsed and verified');
    const toast = await stage.notification('went through the rehearsal');
    expect(await toast.buttons()).toEqual(['Open on the Rehearsal Index']);
  });

  test('a release that is refused goes nowhere', async () => {
    const approval = await stage.openApproval('Countersign: Publish to Another Index…', 'Shelf');
    await approval.press('Refuse');
    await approval.heading('Nothing was uploaded');
    await stage.notification('you refused the release');
    expect((await stage.held()).size).toBe(0);
  });

  test('a release approved with a security key lies on the index, byte for byte', async () => {
    const approval = await stage.openApproval('Countersign: Publish to Another Index…', 'Shelf');
    const shown = await approval.page.locator('main').innerText();
    await addKey(approval.page, 'ctap2');
    await approval.press('Set up a security key');
    await approval.pasteToken(await stage.index.mint());
    await approval.press('Approve with a security key');
    await approval.heading('Published and verified');
    await stage.notification('countersign-demo 1.2.0 is on Shelf. Both files are verified by hash.');
    const held = await stage.held();
    expect([...held.keys()].sort()).toEqual(['countersign_demo-1.2.0-py3-none-any.whl', 'countersign_demo-1.2.0.tar.gz']);
    for (const sha256 of held.values()) expect(shown.replace(/\s/g, '')).toContain(sha256);
  });
});
