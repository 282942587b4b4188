import { startBuiltInIndex } from '../scripts/lib/builtInIndex.mjs';
import { copyDemoProject } from '../scripts/lib/demoProject.mjs';
import { fillDemoShelf } from '../scripts/lib/demoShelf.mjs';
import { packedExtension } from '../scripts/lib/packedExtension.mjs';
import { projectRoot } from '../scripts/lib/projectRoot.mjs';
import { ensurePython } from '../scripts/lib/python.mjs';
import { dependencyEditor } from '../test/e2e/support/dependencyEditor.ts';
import { openWorkbench, type Workbench } from '../test/e2e/support/openWorkbench.ts';
import { waitForCommand } from '../test/e2e/support/quickInput.ts';
import { picture } from './support/picture.ts';

const PATIENCE_MS = 60_000;
const WINDOW = { width: 980, height: 640 };
const SETTINGS = {
  'workbench.colorTheme': 'Default Light Modern',
  'window.commandCenter': false,
  'workbench.activityBar.location': 'hidden',
  'editor.minimap.enabled': false,
  'breadcrumbs.enabled': false,
  'editor.scrollBeyondLastLine': false,
};

/** The marks, a name that looks like another, a repair and the phrases beside dependencies, in the demo application. `undo` ends what was started. */
export async function takeDependencyPictures(undo: (() => Promise<unknown>)[]): Promise<void> {
  const { python } = await ensurePython(projectRoot, console.log);
  const index = await startBuiltInIndex({ python, root: projectRoot });
  undo.push(index.stop);
  await fillDemoShelf(index);
  const demo = await copyDemoProject(projectRoot, 'application', index);
  undo.push(demo.remove);
  const vsix = await packedExtension(projectRoot, console.log);
  const env = { PIP_FIND_LINKS: '', PIP_INDEX_URL: '' };
  const workbench = await openWorkbench({ host: 'current', folder: demo.folder, vsix, env, settings: SETTINGS });
  undo.push(workbench.close);
  await workbench.page.setViewportSize(WINDOW);
  await waitForCommand(workbench.page, 'Countersign: Show Log', PATIENCE_MS);
  await takeAll(workbench);
}

async function takeAll(workbench: Workbench): Promise<void> {
  const { page } = workbench;
  const editor = dependencyEditor(workbench);
  await editor.open('requirements.txt');
  await (await workbench.notification('Look up the dependencies')).press('Look Up');
  await page.locator('.squiggly-info').first().waitFor();
  await workbench.runCommand('View: Toggle Primary Side Bar Visibility');
  await editor.goTo(5, 4);
  await editor.openRepairs('Replace with "colorama"');
  await picture('name', page.locator('.editor-instance').first());
  await page.keyboard.press('Escape');
  await editor.goTo(16, 4);
  await editor.openRepairs('2.32.5');
  await picture('repair', page.locator('.editor-instance').first());
  await page.keyboard.press('Escape');
  await editor.open('pyproject.toml');
  await editor.line('lock 3.0.3');
  await page.locator('[id="status.languageStatus"]').first().click();
  await page.locator('.hover-language-status').first().waitFor();
  await picture('standing', page.locator('body'));
}
