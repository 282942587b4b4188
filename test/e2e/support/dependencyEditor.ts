import type { Locator, Page } from 'playwright-core';

import type { Workbench } from './openWorkbench.ts';
import { openPalette } from './quickInput.ts';

const PATIENCE_MS = 20_000;

/** What a person does in an editor with files that name dependencies. */
export interface DependencyEditor {
  open(file: string): Promise<void>;
  /** Both from 1, as the status bar counts. */
  goTo(line: number, column: number): Promise<void>;
  /** What Problems lists: `requirements.txt 8:1 dep/not-hashed`, sorted. */
  problems(): Promise<readonly string[]>;
  /** By the keyboard, until one with this text is in the menu. */
  openRepairs(title: string | RegExp): Promise<void>;
  /** Opens the menu of repairs, and takes the one with this text. */
  repair(title: string | RegExp): Promise<void>;
  /** What stands on a line of the editor in front, inlays and all. */
  line(containing: string): Promise<string>;
  /** The text of the hover at the cursor, by the keyboard. */
  hover(): Promise<{ readonly text: string; readonly links: number }>;
  save(): Promise<void>;
}

export function dependencyEditor({ page, folder, runCommand }: Workbench): DependencyEditor {
  return {
    open: async file => {
      const [base = '', parent = ''] = file.split('/').toReversed();
      const input = await openPalette(page, 'Control+p');
      // By its whole path, which only one file has.
      await input.fill(`${folder}/${file}`);
      // The rows of what was asked before stay for a moment, with files of the same name among them.
      const row = page.locator('.quick-input-widget:visible').getByRole('option').filter({ hasText: base }).filter({ hasText: parent });
      await expectOne(row);
      await row.click();
      await page.locator('.tab.active').filter({ hasText: base }).waitFor({ timeout: PATIENCE_MS });
    },
    goTo: async (line, column) => {
      const input = await openPalette(page, 'Control+g');
      await input.fill(`:${line}:${column}`);
      await input.press('Enter');
      await page.locator('.statusbar').getByText(`Ln ${line}, Col ${column}`).waitFor({ timeout: PATIENCE_MS });
    },
    problems: () => problems(page, runCommand),
    openRepairs: title => openRepairs(page, title),
    repair: async title => {
      await openRepairs(page, title);
      const rows = await page.locator('.action-widget:visible .monaco-list-row.action').allInnerTexts();
      const place = rows.findIndex(row => (typeof title === 'string' ? row.includes(title) : title.test(row)));
      for (let step = 0; step < place; step++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    },
    line: async containing => {
      const line = page.locator('.monaco-editor .view-line').filter({ hasText: containing }).first();
      await line.waitFor({ timeout: PATIENCE_MS });
      return plain(await line.innerText());
    },
    hover: async () => {
      const hover = page.locator('.monaco-hover:visible .hover-row').last();
      await untilSeen(hover, () => runCommand('Show or Focus Hover'));
      const text = (await page.locator('.monaco-hover:visible .hover-row').allInnerTexts()).join('\n');
      const links = await page.locator('.monaco-hover:visible .markdown-hover:not(.marker-hover) a').count();
      await page.keyboard.press('Escape');
      return { text: plain(text), links };
    },
    save: () => page.keyboard.press('Control+s'),
  };
}

async function openRepairs(page: Page, title: string | RegExp): Promise<void> {
  const item = page.locator('.action-widget:visible .monaco-list-row').filter({ hasText: title }).first();
  await untilSeen(item, async () => {
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+.');
  });
}

async function expectOne(rows: Locator): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end;) {
    if ((await rows.count()) === 1) return;
    await rows.page().waitForTimeout(50);
  }
  throw new Error(`There are ${await rows.count()} such files.`);
}

/** Of Problems: a file, or what was found in the one before. */
interface Row {
  readonly text: string;
  readonly name: string;
  readonly folder: string;
}

async function problems(page: Page, runCommand: Workbench['runCommand']): Promise<readonly string[]> {
  const panel = page.locator('.markers-panel');
  if (!(await panel.isVisible())) await runCommand('View: Focus Problems (Errors, Warnings, Infos)');
  await panel.waitFor({ timeout: PATIENCE_MS });
  // In one go: rows come and go while they are read.
  const rows = await page.evaluate<readonly Row[]>(READ_ROWS);
  const found: string[] = [];
  let file = '';
  for (const { text, name, folder } of rows) {
    const [, line, column] = /\[Ln (\d+), Col (\d+)\]/.exec(text) ?? [];
    if (line === undefined) file = folder === '' ? name : `${folder}/${name}`;
    else found.push(`${file} ${line}:${column ?? ''} ${RULE.exec(text)?.[0] ?? text}`);
  }
  return found.toSorted();
}

const RULE = /\b(?:toml|dep|build|index|lock|dyn|config)\/[a-z-]+/;

/** Runs in the page. The folder of a file stands behind its name. */
const READ_ROWS = `
  [...document.querySelectorAll('.markers-panel .monaco-list-row')].map(row => ({
    text: row.innerText,
    name: row.querySelector('.label-name')?.textContent ?? '',
    folder: row.querySelector('.label-description')?.textContent ?? '',
  }))
`;

/** Until what an action shows is there: the editor may not be ready for the first try. */
async function untilSeen(what: { waitFor(options: { timeout: number }): Promise<void> }, act: () => Promise<void>): Promise<void> {
  for (let left = 6; left > 0; left--) {
    await act();
    if (
      await what.waitFor({ timeout: 2500 }).then(
        () => true,
        () => false,
      )
    )
      return;
  }
  throw new Error('The editor does not show it.');
}

/** Editors draw blanks that do not break. */
function plain(text: string): string {
  return text.replaceAll('\u00A0', ' ').replaceAll('\u200B', '').replaceAll('\u200C', '');
}
