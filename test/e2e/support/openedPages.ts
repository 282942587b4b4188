import { setTimeout as wait } from 'node:timers/promises';
import type { BrowserContext, Page } from 'playwright-core';

const POLL_MS = 100;

/** The tabs that the editor opened, each handed out once and in order, whether or not anybody waited when it opened. */
export interface OpenedPages {
  next(address: RegExp, timeoutMs: number): Promise<Page>;
}

export function watchOpenedPages(context: BrowserContext, workbench: Page): OpenedPages {
  const unseen: Page[] = [];
  context.on('page', page => void unseen.push(page));

  return { next };

  async function next(address: RegExp, timeoutMs: number): Promise<Page> {
    const deadline = performance.now() + timeoutMs;
    for (;;) {
      const found = unseen.findIndex(page => address.test(page.url()));
      if (found >= 0) return settled(unseen.splice(found, 1));
      if (performance.now() > deadline) throw new Error(`No tab opened at ${address}; open are: ${addresses(context)}`);
      await agreeToOpen(workbench);
      await wait(POLL_MS);
    }
  }
}

async function settled([page]: Page[]): Promise<Page> {
  if (page === undefined) throw new Error('No tab.');
  await page.waitForLoadState();
  await page.bringToFront();
  return page;
}

/** The oldest host asks before it opens a website. */
async function agreeToOpen(workbench: Page): Promise<void> {
  const question = workbench.getByRole('dialog').filter({ hasText: 'external website' });
  if (await question.isVisible()) await question.getByRole('button', { name: 'Open', exact: true }).click();
}

function addresses(context: BrowserContext): string {
  return context
    .pages()
    .map(page => page.url())
    .join(', ');
}
