// @ts-check
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from './build.mjs';
import { isMainProgram } from './lib/isMainProgram.mjs';
import { projectRoot } from './lib/projectRoot.mjs';

/**
 * Builds the extension and packs it as a person installs it.
 * @param {string} root the checkout
 * @param {string} [vsix] where to; `countersign-VERSION.vsix` in the checkout where not given
 * @returns {Promise<string>} the packed file
 */
export async function packExtension(root, vsix) {
  await build(root);
  const target = vsix ?? join(root, await fileName(root));
  const { createVSIX } = await import('@vscode/vsce');
  await createVSIX({ cwd: root, packagePath: target, dependencies: false });
  return target;
}

/** @param {string} root */
async function fileName(root) {
  const { name, version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  return `${name}-${version}.vsix`;
}

if (isMainProgram(import.meta.url)) {
  const vsix = await packExtension(projectRoot, process.argv[2]);
  console.log(`${vsix}: ${((await stat(vsix)).size / 1024).toFixed(0)} KiB`);
}
