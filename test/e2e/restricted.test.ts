import { afterAll, beforeAll, expect, test } from 'vitest';

import { dependencyEditor } from './support/dependencyEditor.ts';
import { waitForCommand } from './support/quickInput.ts';
import { openStage, type Stage } from './support/stage.ts';

let stage: Stage;
beforeAll(async () => void (stage = await openStage({ trust: false })));
afterAll(() => stage.close());

test('in a workspace that is not trusted nothing can be built or published', async () => {
  await waitForCommand(stage.page, 'Countersign: Show Log', 60_000);
  await stage.page.keyboard.press('F1');
  await stage.page.locator('.quick-input-widget:visible input:visible').first().fill('>Countersign: ');
  const options = stage.page.locator('.quick-input-widget:visible').getByRole('option');
  await options.filter({ hasText: 'Show Log' }).waitFor();
  expect((await options.allInnerTexts()).filter(title => /Publish (to|Files)|Rehearse/.test(title))).toEqual([]);
});

test('dependencies are checked all the same, and nobody is asked about them', async () => {
  await stage.page.keyboard.press('Escape');
  const editor = dependencyEditor(stage);
  await editor.open('pyproject.toml');
  await expect.poll(() => stage.page.locator('[id="status.languageStatus"]').count(), { timeout: 20_000 }).toBeGreaterThan(0);
  await stage.page.locator('[id="status.languageStatus"]').first().click();
  const status = stage.page.locator('.hover-language-status');
  await status.filter({ hasText: 'Judged as a library' }).first().waitFor();
  await status.filter({ hasText: 'this workspace is not trusted' }).first().waitFor();
  expect(await stage.page.locator('.notification-toast').filter({ hasText: 'Look up' }).count()).toBe(0);
});
