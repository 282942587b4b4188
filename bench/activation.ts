import type { Page } from 'playwright-core';
import { join } from 'node:path';

import { projectRoot } from '../scripts/lib/projectRoot.mjs';
import { openWorkbench } from '../test/e2e/support/openWorkbench.ts';
import { runCommand } from '../test/e2e/support/quickInput.ts';
import type { PackedExtension } from './support/packed.ts';
import type { Row } from './support/row.ts';
import { median, spread } from './support/statistics.ts';

const RUNS = 7;
const MOST_MS = 50;
const PATIENCE_MS = 60_000;

/** As VS Code itself reports it under "Show Running Extensions": the loading of the bundle and the call of `activate`. */
export async function measureActivation({ vsix }: PackedExtension): Promise<Row> {
  const workbench = await openWorkbench({ host: 'current', folder: join(projectRoot, 'test', 'fixtures', 'quick'), vsix });
  const [ours, git]: [number[], number[]] = [[], []];
  try {
    // The list draws only the rows in view.
    await workbench.page.setViewportSize({ width: 1280, height: 2400 });
    for (let run = 0; run < RUNS; run++) {
      if (run > 0) await workbench.page.reload();
      const times = await runningExtensions(workbench.page);
      ours.push(times.ours);
      git.push(times.git);
    }
  } finally {
    await workbench.close();
  }
  return {
    what: 'Activation (loading the bundle and `activate`)',
    target: `≤ ${MOST_MS} ms`,
    measured: spread(ours, 'ms', 0),
    beside: `VS Code's own Git extension: ${spread(git, 'ms', 0)}`,
    isMet: median(ours) <= MOST_MS,
  };
}

async function runningExtensions(page: Page): Promise<{ ours: number; git: number }> {
  await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: PATIENCE_MS });
  await page.waitForTimeout(4000);
  await runCommand(page, 'Developer: Show Running Extensions');
  return { ours: await activationOf(page, 'Countersign'), git: await activationOf(page, 'Git') };
}

/** By its exact name, since rows change their places while extensions start. */
async function activationOf(page: Page, name: string): Promise<number> {
  const row = page.locator('.runtime-extensions-editor .extension').filter({ has: page.getByText(name, { exact: true }) });
  const time = row.locator('.activation-time').filter({ hasText: /\d+ms/ });
  const words = await time.first().innerText({ timeout: PATIENCE_MS });
  return Number(/(\d+)ms/.exec(words)?.[1]);
}
