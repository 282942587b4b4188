import { afterAll, beforeAll, expect, test } from 'vitest';

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
