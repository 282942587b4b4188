import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { HostName } from '../../../scripts/lib/hostReleases.mjs';
import { ensureHost, startBareServer, type RunningServer } from '../../../scripts/lib/vscodeHost.mjs';
import { freshFolder, type FreshFolder } from './freshFolder.ts';
import { launchBrowser } from './launchBrowser.ts';
import { findNotification, type Notification } from './notification.ts';
import { watchOpenedPages, type OpenedPages } from './openedPages.ts';
import { pickOption, runCommand, typeAnswer } from './quickInput.ts';

export interface WorkbenchOptions {
  readonly host: HostName;
  /** Copied first; `Workbench.folder` is the copy. */
  readonly folder: string;
  /** A `.code-workspace` in the folder, which is opened instead of it. */
  readonly workspace?: string;
  readonly vsix?: string;
  readonly settings?: Readonly<Record<string, unknown>>;
  /** False opens the folder in Restricted Mode. */
  readonly trust?: boolean;
  readonly env?: NodeJS.ProcessEnv;
  /** Called with the editor's data folder before the editor starts. */
  readonly prepare?: (dataDir: string) => Promise<void>;
}

export interface Workbench {
  readonly page: Page;
  readonly folder: string;
  runCommand(title: string): Promise<void>;
  pickOption(text: string | RegExp): Promise<void>;
  type(text: string): Promise<void>;
  notification(text: string | RegExp, timeoutMs?: number): Promise<Notification>;
  /** By `publisher.name.itemId`. */
  statusBarText(id: string): Promise<string>;
  waitForApprovalPage(timeoutMs?: number): Promise<Page>;
  /** Gives the picture's path, below `.test-results/`. */
  screenshot(name: string): Promise<string>;
  close(): Promise<void>;
}

const CALM = {
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  'git.openRepositoryInParentFolders': 'never',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'remote.autoForwardPorts': false,
};

const APPROVAL_ADDRESS = /^http:\/\/(countersign\.)?localhost:\d+\//;
const READY_WITHIN_MS = 60_000;
const PATIENCE_MS = 20_000;

/** A real VS Code with the packed extension, in a real browser, on a copy of a folder. Close it in `finally`. */
export async function openWorkbench(options: WorkbenchOptions): Promise<Workbench> {
  const own = await freshFolder();
  const open: Open = { own };
  try {
    const folder = await own.take(options.folder);
    open.server = await startServer(options, own);
    open.browser = await launchBrowser();
    return await present(open, await openPage(open.browser, `${open.server.url}/?${query(options, folder)}`), folder);
  } catch (fault) {
    await closeAll(open);
    throw fault;
  }
}

interface Open {
  readonly own: FreshFolder;
  server?: RunningServer;
  browser?: Browser;
}

async function startServer(options: WorkbenchOptions, own: FreshFolder): Promise<RunningServer> {
  const { trust = true } = options;
  const dataDir = join(own.root, 'editor');
  await options.prepare?.(dataDir);
  return startBareServer({
    host: await ensureHost(options.host),
    dataDir,
    settings: {
      ...CALM,
      'security.workspace.trust.enabled': !trust,
      'security.workspace.trust.startupPrompt': 'never',
      ...options.settings,
    },
    vsix: options.vsix,
    env: { ...options.env },
  });
}

function query({ workspace }: WorkbenchOptions, folder: string): string {
  return new URLSearchParams(workspace === undefined ? { folder } : { workspace: join(folder, workspace) }).toString();
}

async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('.monaco-workbench .statusbar').waitFor({ timeout: READY_WITHIN_MS });
  return page;
}

async function present(open: Open, page: Page, folder: string): Promise<Workbench> {
  const opened: OpenedPages = watchOpenedPages(page.context(), page);
  return {
    page,
    folder,
    runCommand: title => runCommand(page, title),
    pickOption: text => pickOption(page, text),
    type: text => typeAnswer(page, text),
    notification: (text, timeoutMs = PATIENCE_MS) => findNotification(page, text, timeoutMs),
    statusBarText: async id => (await page.locator(`.statusbar [id="${id}"]`).innerText({ timeout: PATIENCE_MS })).trim(),
    waitForApprovalPage: (timeoutMs = PATIENCE_MS) => opened.next(APPROVAL_ADDRESS, timeoutMs),
    screenshot: name => takePicture(page, name),
    close: () => closeAll(open),
  };
}

async function takePicture(page: Page, name: string): Promise<string> {
  const path = join(process.cwd(), '.test-results', `${name}.png`);
  await mkdir(dirname(path), { recursive: true });
  await page.screenshot({ path });
  return path;
}

async function closeAll({ browser, server, own }: Open): Promise<void> {
  await Promise.allSettled([browser?.close(), server?.stop()]);
  await own.remove();
}
