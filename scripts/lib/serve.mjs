// @ts-check
import { once } from 'node:events';
import { stat } from 'node:fs/promises';
import { startBuiltInIndex } from './builtInIndex.mjs';
import { copyDemoProject } from './demoProject.mjs';
import { fillDemoShelf } from './demoShelf.mjs';
import { prepare } from './prepare.mjs';
import { projectRoot } from './projectRoot.mjs';
import { startEditor } from './startEditor.mjs';
import { welcome } from './welcome.mjs';

/** @typedef {(() => unknown)[]} Cleanup what to undo at the end, whichever end it is */

/**
 * From a bare checkout to an editor that a person can open, with the built-in index beside it. Settles when the editor has ended.
 * @param {import('./startOptions.mjs').StartOptions} options
 * @param {import('./progress.mjs').Progress} progress
 * @param {Cleanup} cleanup
 * @returns {Promise<never>}
 */
export async function serve({ folder: own, demo, port }, progress, cleanup) {
  if (own !== undefined) await checkFolder(own);
  const { host, python, vsix } = await prepare(progress);
  const index = await progress.step('Built-in index', () => startBuiltInIndex({ python, root: projectRoot }));
  await fillDemoShelf(index);
  const folder = own ?? (await demoFolder(demo, index, cleanup));
  const profile = own === undefined ? 'demo' : 'own';
  const { editor, url } = await progress.step('Editor', () => startEditor({ host, vsix, index, folder, profile, port }, cleanup));
  process.stdout.write(welcome({ url, folder, index, token: await index.mint(), demo: own === undefined ? demo : null }));
  await once(editor.process, 'exit');
  throw new Error('The editor ended by itself.');
}

/** @param {string} path */
async function checkFolder(path) {
  const isFolder = await stat(path).then(
    found => found.isDirectory(),
    () => false,
  );
  if (!isFolder) throw new Error(`${path} is no folder.`);
}

/**
 * @param {import('./demoProject.mjs').DemoName} name
 * @param {{ readUrl: string }} index
 * @param {Cleanup} cleanup
 */
async function demoFolder(name, index, cleanup) {
  const demo = await copyDemoProject(projectRoot, name, index);
  cleanup.push(demo.remove);
  return demo.folder;
}
