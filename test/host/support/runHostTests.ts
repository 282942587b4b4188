import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { HostName } from '../../../scripts/lib/hostReleases.mjs';
import { ensureHost, startBareServer } from '../../../scripts/lib/vscodeHost.mjs';
import { freshFolder } from '../../e2e/support/freshFolder.ts';
import { launchBrowser } from '../../e2e/support/launchBrowser.ts';

/** What became of one test inside the extension host. */
export interface HostTestResult {
  readonly title: string;
  readonly error?: string;
  readonly isPending: boolean;
}

export interface HostTestRun {
  readonly host: HostName;
  /** The bundle that `bundleHostTests` made. */
  readonly bundle: string;
  /** The extension's checkout, built. */
  readonly extension: string;
  /** Opened as the workspace, as a copy; an empty one where not given. */
  readonly folder?: string;
}

const TIME_LIMIT_MS = 120_000;

/** Runs the bundled tests in the extension host of a real VS Code, and gives every result. */
export async function runHostTests(run: HostTestRun): Promise<HostTestResult[]> {
  const own = await freshFolder();
  const results = join(own.root, 'results.json');
  const undo: (() => Promise<unknown>)[] = [own.remove];
  try {
    const folder = run.folder === undefined ? own.root : await own.take(run.folder);
    const server = await startServer(run.host, join(own.root, 'editor'), results);
    undo.unshift(server.stop);
    const browser = await launchBrowser();
    undo.unshift(() => browser.close());
    const words = await drive(await browser.newPage(), `${server.url}/?${query(run, new URL(server.url).host, folder)}`);
    return await readResults(results, words);
  } finally {
    for (const step of undo) await step();
  }
}

async function startServer(host: HostName, dataDir: string, results: string) {
  return startBareServer({
    host: await ensureHost(host),
    dataDir,
    settings: { 'security.workspace.trust.enabled': false, 'workbench.startupEditor': 'none', 'telemetry.telemetryLevel': 'off' },
    // Only with this flag does the current host read the payload; the oldest does not know it, and does so without.
    extraArgs: host === 'current' ? ['--enable-smoke-test-driver'] : [],
    env: { COUNTERSIGN_HOST_RESULTS: results },
  });
}

function query({ extension, bundle }: HostTestRun, authority: string, folder: string): string {
  const remote = (path: string): string => `vscode-remote://${authority}${path}`;
  const payload = [
    ['extensionDevelopmentPath', remote(extension)],
    ['extensionTestsPath', remote(bundle)],
  ];
  return new URLSearchParams({ folder, payload: JSON.stringify(payload) }).toString();
}

/** Opens the page and waits until the editor says that the tests are over; gives what it wrote meanwhile. */
async function drive(page: Page, url: string): Promise<string> {
  const words: string[] = [];
  const over = new Promise<void>((settle, reject) => {
    setTimeout(
      () => reject(new Error(`The tests did not end within ${TIME_LIMIT_MS / 1000} s:\n${words.join('\n')}`)),
      TIME_LIMIT_MS,
    ).unref();
    void exposeTo(page, words, settle).then(() => page.goto(url), reject);
  });
  await over;
  return words.join('\n');
}

/** The two functions that the editor calls while it runs tests. */
async function exposeTo(page: Page, words: string[], settle: () => void): Promise<void> {
  await page.exposeFunction('codeAutomationLog', (_kind: string, args: unknown[]) => void words.push(args.join(' ')));
  await page.exposeFunction('codeAutomationExit', () => settle());
}

async function readResults(file: string, words: string): Promise<HostTestResult[]> {
  const text = await readFile(file, 'utf8').catch(() => undefined);
  if (text === undefined) throw new Error(`The tests left no results. The editor said:\n${words}`);
  return JSON.parse(text) as HostTestResult[];
}
