import { cp, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';

import type { Page } from 'playwright-core';

import { startBuiltInIndex, type BuiltInIndex } from '../../../scripts/lib/builtInIndex.mjs';
import type { HostName } from '../../../scripts/lib/hostReleases.mjs';
import { packedExtension } from '../../../scripts/lib/packedExtension.mjs';
import { projectRoot } from '../../../scripts/lib/projectRoot.mjs';
import { ensurePython } from '../../../scripts/lib/python.mjs';
import { testEnvironment } from '../../contract/node/managedEnvironment.ts';
import { approvalPage, type ApprovalPage } from './approvalPage.ts';
import { openWorkbench, type Workbench, type WorkbenchOptions } from './openWorkbench.ts';
import { waitForCommand } from './quickInput.ts';

/** A workbench with the packed extension, beside a built-in index that is set up as "Shelf". */
export interface Stage extends Workbench {
  readonly index: BuiltInIndex;
  /** Gives the project a version that no other test has published. */
  bump(): Promise<string>;
  /** Runs a command and gives the approval page that it opens. */
  openApproval(command: string, ...picks: readonly (string | RegExp)[]): Promise<ApprovalPage>;
  /** The page that something else than a command opens. */
  nextApproval(): Promise<ApprovalPage>;
  /** As a person does who has lost the key, or wants another way. */
  forgetFactor(): Promise<void>;
  /** Closes every tab but the workbench, and waits until a publish that this ends has ended. */
  clear(): Promise<void>;
  /** File name → SHA-256 of what the index holds. */
  held(): Promise<ReadonlyMap<string, string>>;
}

export interface StageOptions extends Pick<WorkbenchOptions, 'settings' | 'trust'> {
  /** Made for the index that the stage has started. */
  readonly environment?: (index: BuiltInIndex) => Promise<NodeJS.ProcessEnv>;
  readonly host?: HostName;
  /** Below `test/fixtures`. */
  readonly project?: string;
  /** True: twine and build are not there yet, and the first publish installs them. */
  readonly bare?: boolean;
  /** Instead of a fixture; made for the index that the stage has started. */
  readonly folder?: string | ((index: BuiltInIndex) => Promise<string>);
}

const BUILD_MS = 60_000;
const READY_MS = 60_000;
const ENDING_MS = 15_000;

export async function openStage(options: StageOptions = {}): Promise<Stage> {
  const quiet = (): undefined => undefined;
  const { python } = await ensurePython(projectRoot, quiet);
  const vsix = await packedExtension(projectRoot, quiet);
  const index = await startBuiltInIndex({ python, root: projectRoot });
  try {
    const workbench = await openWorkbench({
      host: options.host ?? 'current',
      folder: await folderOf(options, index),
      vsix,
      ...(options.bare ? {} : { prepare: giveEnvironment }),
      settings: { 'countersign.indexes': [{ name: 'Shelf', uploadUrl: index.uploadUrl, readUrl: index.readUrl }], ...options.settings },
      ...(options.trust === undefined ? {} : { trust: options.trust }),
      ...(options.environment === undefined ? {} : { env: await options.environment(index) }),
    });
    if (options.trust !== false) await waitForCommand(workbench.page, 'Countersign: Rehearse Publish', READY_MS);
    return equip(workbench, index);
  } catch (error) {
    await index.stop();
    throw error;
  }
}

async function folderOf({ folder, project = 'quick' }: StageOptions, index: BuiltInIndex): Promise<string> {
  if (folder === undefined) return join(projectRoot, 'test', 'fixtures', project);
  return typeof folder === 'string' ? folder : folder(index);
}

/** An environment that the extension's own installer has made, so that not every test waits for it. */
async function giveEnvironment(dataDir: string): Promise<void> {
  const { folder } = await testEnvironment();
  const place = join(dataDir, 'data', 'User', 'globalStorage', 'countersign.countersign', 'environments', basename(folder));
  await cp(folder, place, { recursive: true, verbatimSymlinks: true, preserveTimestamps: true });
  await cp(`${folder}.json`, `${place}.json`);
}

let builds = 0;

function equip(workbench: Workbench, index: BuiltInIndex): Stage {
  return {
    ...workbench,
    index,
    bump: async () => {
      const file = join(workbench.folder, 'pyproject.toml');
      const version = `1.0.${++builds}`;
      await writeFile(file, (await readFile(file, 'utf8')).replace(/^version = ".*"$/m, `version = "${version}"`));
      return version;
    },
    openApproval: async (command, ...picks) => {
      await workbench.page.bringToFront();
      await workbench.runCommand(command);
      for (const pick of picks) await workbench.pickOption(pick);
      return nextApproval(workbench);
    },
    nextApproval: () => nextApproval(workbench),
    forgetFactor: async () => {
      await workbench.page.bringToFront();
      await workbench.runCommand('Countersign: Forget Security Key or Phone Code…');
      await workbench.page.getByText('Type "forget" to go on').waitFor();
      await workbench.type('forget');
      await workbench.notification(/will be asked|was enrolled|Forgotten/);
    },
    clear: async () => {
      await Promise.all(others(workbench).map(page => page.close()));
      await workbench.runCommand('Notifications: Clear All Notifications');
      await workbench.page
        .locator('.notification-toast .monaco-progress-container.active')
        .waitFor({ state: 'hidden', timeout: ENDING_MS });
    },
    held: async () => {
      const { uploads } = (await index.log()) as { uploads: readonly { filename: string; sha256: string; status: number }[] };
      return new Map(uploads.filter(upload => upload.status === 200).map(upload => [upload.filename, upload.sha256]));
    },
    close: async () => {
      await workbench.close();
      await index.stop();
    },
  };
}

function others({ page }: Workbench): Page[] {
  return page
    .context()
    .pages()
    .filter(open => open !== page);
}

/** Where no page opens, the editor has said why. */
async function nextApproval(workbench: Workbench): Promise<ApprovalPage> {
  try {
    return approvalPage(await workbench.waitForApprovalPage(BUILD_MS));
  } catch (cause) {
    const toasts = await workbench.page.locator('.notification-toast').allInnerTexts();
    throw new Error(`No approval page opened. The editor shows: ${toasts.join(' | ')}`, { cause });
  }
}
