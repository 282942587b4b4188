import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { packedExtension } from '../../scripts/lib/packedExtension.mjs';
import { projectRoot } from '../../scripts/lib/projectRoot.mjs';
import { dependencyEditor, type DependencyEditor } from './support/dependencyEditor.ts';
import { freshFolder, type FreshFolder } from './support/freshFolder.ts';
import { openWorkbench, type Workbench } from './support/openWorkbench.ts';
import { waitForCommand } from './support/quickInput.ts';

const CHECK_ALL = 'Countersign: Check Dependencies of All Projects';
const SOON = { timeout: 20_000, interval: 200 };
const APPLICATION = '[project]\nname = "part"\nversion = "1"\ndependencies = ["reqeusts==2.32.5"]\n\n[tool.uv]\npackage = false\n';
const FOUND = ['pyproject.toml 4:18 dep/typosquat', 'requirements.txt 1:1 dep/typosquat'];
/** Once `colourama` is meant, the next fault of its line is seen. */
const KEPT = ['one/pyproject.toml 4:18 dep/typosquat', 'one/requirements.txt 1:1 dep/not-hashed'];

let own: FreshFolder;
let workbench: Workbench;
let editor: DependencyEditor;

/** A workspace of two folders, each a project. */
beforeAll(async () => {
  own = await freshFolder();
  const folder = join(own.root, 'parts');
  for (const name of ['one', 'two']) {
    await mkdir(join(folder, name), { recursive: true });
    await writeFile(join(folder, name, 'pyproject.toml'), APPLICATION);
    await writeFile(join(folder, name, 'requirements.txt'), 'colourama==0.4.6\n');
  }
  await writeFile(join(folder, 'parts.code-workspace'), JSON.stringify({ folders: [{ path: 'one' }, { path: 'two' }] }));
  const vsix = await packedExtension(projectRoot, () => undefined);
  const settings = { 'workbench.panel.defaultLocation': 'right' };
  workbench = await openWorkbench({ host: 'current', folder, workspace: 'parts.code-workspace', vsix, settings });
  await workbench.page.setViewportSize({ width: 2000, height: 1100 });
  await waitForCommand(workbench.page, CHECK_ALL, 60_000);
  editor = dependencyEditor(workbench);
});
afterAll(async () => {
  await workbench.close();
  await own.remove();
});

test('every folder of a workspace is checked', async () => {
  await workbench.runCommand(CHECK_ALL);
  await expect.poll(() => editor.problems(), SOON).toEqual([...below('one'), ...below('two')]);
});

test('the name that is meant is kept in the folder that it belongs to', async () => {
  await editor.open('one/requirements.txt');
  await editor.goTo(1, 3);
  await editor.repair('I mean "colourama" …');
  await workbench.type('our own fork');
  await expect.poll(() => editor.problems(), SOON).toEqual([...KEPT, ...below('two')]);
});

test('the marks of a folder go with it, the others stay', async () => {
  await workbench.runCommand('View: Close All Editors');
  await workbench.runCommand('Workspaces: Remove Folder from Workspace...');
  await workbench.pickOption('two');
  // The name of the only folder is not told.
  await expect.poll(() => editor.problems(), SOON).toEqual(KEPT.map(problem => problem.replace('one/', '')));
});

function below(folder: string): readonly string[] {
  return FOUND.map(problem => `${folder}/${problem}`);
}
