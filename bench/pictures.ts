import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startBuiltInIndex } from '../scripts/lib/builtInIndex.mjs';
import { copyDemoProject } from '../scripts/lib/demoProject.mjs';
import { packedExtension } from '../scripts/lib/packedExtension.mjs';
import { projectRoot } from '../scripts/lib/projectRoot.mjs';
import { ensurePython } from '../scripts/lib/python.mjs';
import { addresses } from '../src/core/indexes/addresses.ts';
import { approvalPage, type ApprovalPage } from '../test/e2e/support/approvalPage.ts';
import { dependencyEditor } from '../test/e2e/support/dependencyEditor.ts';
import { openWorkbench, type Workbench } from '../test/e2e/support/openWorkbench.ts';
import { startPublicIndexProxy } from '../test/e2e/support/publicIndexProxy.ts';
import { waitForCommand } from '../test/e2e/support/quickInput.ts';
import { addKey } from '../test/e2e/support/securityKeys.ts';
import { takeDependencyPictures } from './dependencyPictures.ts';
import { fillPackageShelf } from './support/packageShelf.ts';
import { picture } from './support/picture.ts';

/** The README's pictures, from a real publish to what the product takes for PyPI: a proxy leads its name to the built-in index. */

const PATIENCE_MS = 120_000;
const WINDOW = { width: 1000, height: 640 };
/** The palette draws as many rows as fit into a part of the window. */
const TALL_WINDOW = { width: 1000, height: 860 };
const PAGE = { width: 820, height: 900 };

const undo: (() => Promise<unknown>)[] = [];
try {
  await takeDependencyPictures(undo);
  await takePictures(await openScene());
} finally {
  for (const step of undo.reverse()) await step();
}
process.exit();

async function openScene(): Promise<Workbench & { readonly token: string }> {
  const { python } = await ensurePython(projectRoot, console.log);
  const folder = await mkdtemp(join(tmpdir(), 'countersign-pictures-'));
  undo.push(() => rm(folder, { recursive: true, force: true }));
  const demo = await copyDemoProject(projectRoot);
  undo.push(demo.remove);
  const index = await startBuiltInIndex({ python, root: projectRoot });
  undo.push(index.stop);
  const proxy = await startPublicIndexProxy(index.webUrl, folder);
  undo.push(proxy.stop);
  const env = {
    HTTPS_PROXY: proxy.url,
    NO_PROXY: '127.0.0.1,localhost',
    SSL_CERT_FILE: proxy.authorityFile,
    REQUESTS_CA_BUNDLE: proxy.authorityFile,
    NODE_EXTRA_CA_CERTS: proxy.authorityFile,
    PIP_INDEX_URL: await fillPackageShelf(python, folder, ['hatchling==1.27.0']),
  };
  const vsix = await packedExtension(projectRoot, console.log);
  const settings = { 'workbench.colorTheme': 'Default Light Modern', 'window.commandCenter': false };
  const workbench = await openWorkbench({ host: 'current', folder: demo.folder, vsix, env, settings });
  undo.push(workbench.close);
  const { token } = (await index.control('/mint', { location: addresses.pypi.tokenLocation })) as { token: string };
  return { ...workbench, token };
}

async function takePictures(scene: Workbench & { readonly token: string }): Promise<void> {
  await scene.page.setViewportSize(WINDOW);
  await waitForCommand(scene.page, 'Countersign: Publish to PyPI', PATIENCE_MS);
  await palette(scene);
  await scene.runCommand('Countersign: Publish to PyPI');
  const approval = approvalPage(await scene.waitForApprovalPage(PATIENCE_MS));
  await approve(approval, scene.token);
  await approval.heading('Published and verified');
  await picture('published', approval.page.locator('body'));
  await scene.page.bringToFront();
  const { toast } = await scene.notification('is on PyPI');
  await picture('message', toast);
}

/** With the file in front that some of the commands are about. */
async function palette(scene: Workbench): Promise<void> {
  const { page } = scene;
  await page.setViewportSize(TALL_WINDOW);
  await dependencyEditor(scene).open('pyproject.toml');
  await (await scene.notification('Look up the dependencies')).press('Not in This Workspace');
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').first().fill('>Countersign: ');
  await page.waitForTimeout(500);
  await picture('palette', page.locator('.quick-input-widget'));
  await page.keyboard.press('Escape');
  await page.setViewportSize(WINDOW);
}

async function approve(approval: ApprovalPage, token: string): Promise<void> {
  await approval.page.setViewportSize(PAGE);
  await addKey(approval.page, 'ctap2');
  await approval.press('Set up a security key');
  await approval.pasteToken(token);
  await approval.page.getByRole('button', { name: 'Approve with a security key' }).waitFor();
  await approval.page.evaluate('document.activeElement?.blur()');
  await picture('approval', approval.page.locator('body'));
  await approval.press('Approve with a security key');
}
