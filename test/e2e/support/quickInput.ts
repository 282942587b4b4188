import type { Locator, Page } from 'playwright-core';

const PATIENCE_MS = 15_000;

/** Opens the input at the top by its key, and gives its field. */
export async function openPalette(page: Page, key: string): Promise<Locator> {
  await page.keyboard.press(key);
  const input = field(page);
  await input.waitFor({ timeout: PATIENCE_MS });
  return input;
}

/** Runs a command by its title, as a person does: typed into the palette, taken from its list. */
export async function runCommand(page: Page, title: string): Promise<void> {
  await page.keyboard.press('F1');
  await field(page).fill(`>${title}`);
  await pickOption(page, title);
}

/** The palette reads its list when it opens: until the extension is known it is opened again. */
export async function waitForCommand(page: Page, title: string, timeoutMs: number): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  for (;;) {
    await page.keyboard.press('F1');
    await field(page).fill(`>${title}`);
    const row = widget(page).getByRole('option').filter({ hasText: title }).first();
    const known = await row.waitFor({ timeout: 2_000 }).then(
      () => true,
      () => false,
    );
    await page.keyboard.press('Escape');
    if (known) return;
    if (performance.now() > deadline) throw new Error(`The palette does not know "${title}".`);
  }
}

/** Takes a row of an open list. A text means a row that contains it. */
export async function pickOption(page: Page, text: string | RegExp): Promise<void> {
  const row = widget(page).getByRole('option').filter({ hasText: text }).first();
  await row.waitFor({ timeout: PATIENCE_MS });
  await row.click();
}

/** Answers an open input box. */
export async function typeAnswer(page: Page, text: string): Promise<void> {
  const input = field(page);
  await input.waitFor({ timeout: PATIENCE_MS });
  await input.fill(text);
  await input.press('Enter');
}

function field(page: Page): Locator {
  return widget(page).locator('input:visible').first();
}

function widget(page: Page): Locator {
  return page.locator('.quick-input-widget:visible');
}
