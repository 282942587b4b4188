import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import { codeOf, type ApprovalPage } from './support/approvalPage.ts';
import { addKey, removeKey, type KeyKind } from './support/securityKeys.ts';
import { openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await openStage()));
afterEach(() => stage.clear());
afterAll(() => stage.close());

const open = (): Promise<ApprovalPage> => stage.openApproval('Countersign: Publish to Another Index…', 'Shelf');

describe('security keys', () => {
  beforeEach(async () => {
    await stage.forgetFactor();
    await stage.bump();
  });

  test.each<KeyKind>(['u2f', 'internal', 'ctap2-no-prf'])('%s: enrolled on the page, then one touch', async kind => {
    const approval = await open();
    await addKey(approval.page, kind);
    await approval.press('Set up a security key');
    await approval.pasteToken(await stage.index.mint());
    await approval.press('Approve with a security key');
    await approval.heading('Published and verified');
  });

  test('another key than the enrolled one, and a key that nobody touches, approve nothing', async () => {
    const approval = await open();
    const enrolled = await addKey(approval.page, 'ctap2');
    await approval.press('Set up a security key');
    await approval.page.getByRole('button', { name: 'Approve with a security key' }).waitFor();
    await approval.pasteToken(await stage.index.mint());
    await enrolled.setPresence(false);
    await approval.press('Approve with a security key');
    await approval.press('Stop waiting');
    await approval.problem(/did not answer/);
    await removeKey(enrolled);
    await addKey(approval.page, 'ctap2');
    await approval.press('Approve with a security key');
    await approval.problem(/it is not the enrolled one/);
    expect(await approval.page.getByLabel(/API token/).inputValue()).toMatch(/^pypi-/);
    await approval.press('Refuse');
    await approval.heading('Nothing was uploaded');
  });
});

describe('codes from a phone', () => {
  test('enrolled by its secret; wrong, used and too many codes are refused, and the count outlives a restart', async () => {
    await stage.forgetFactor();
    await stage.bump();
    const first = await open();
    const secret = await first.setUpCode();
    await first.pasteToken(await stage.index.mint());
    await first.approveWithCode('000000');
    await first.problem(/code/i);
    const taken = codeOf(secret, 1);
    await first.approveWithCode(taken);
    await first.heading('Published and verified');

    await stage.bump();
    const second = await open();
    await second.pasteToken(await stage.index.mint());
    await second.approveWithCode(taken);
    await second.problem(/used/i);
    for (const code of ['111111', '222222', '333333', '444444']) await second.approveWithCode(code);
    await second.problem(/try|wait|tries/i);
    await second.press('Refuse');
    await second.heading('Nothing was uploaded');

    const third = await open();
    await third.pasteToken(await stage.index.mint());
    await third.approveWithCode(codeOf(secret, 2));
    await third.problem(/try|wait|tries/i);
    await third.press('Refuse');
    expect([...(await stage.held()).keys()].some(name => name.includes('1.0.'))).toBe(true);
  });
});
