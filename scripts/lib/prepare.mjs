// @ts-check
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { packedExtension } from './packedExtension.mjs';
import { projectRoot } from './projectRoot.mjs';
import { ensurePython } from './python.mjs';
import { ensureHost } from './vscodeHost.mjs';

/**
 * Everything that has to be on the machine before the editor can start, all at once where one thing does not need another.
 * @param {import('./progress.mjs').Progress} progress
 */
export async function prepare(progress) {
  const [host, { python }, vsix] = await Promise.all([
    progress.step('VS Code', report => ensureHost('current', report)),
    progress.step('Python', report => ensurePython(projectRoot, report)),
    prepareExtension(progress),
  ]);
  await checkEngines(host.engine);
  return { host, python, vsix };
}

/** @param {import('./progress.mjs').Progress} progress */
async function prepareExtension(progress) {
  await progress.step('Dependencies', report => ensureDependencies(projectRoot, report));
  return progress.step('Extension', report => packedExtension(projectRoot, report));
}

/** @param {string} vscode the host's version of VS Code */
async function checkEngines(vscode) {
  const { default: semver } = await import('semver');
  const { engines } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  for (const [name, version] of [
    ['node', process.versions.node],
    ['vscode', vscode],
  ]) {
    if (!semver.satisfies(version ?? '', engines[name ?? '']))
      throw new Error(`${name} ${version} is not what package.json asks for: ${engines[name ?? '']}.`);
  }
}
