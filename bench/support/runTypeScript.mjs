// @ts-check
import { join } from 'node:path';
import { projectRoot } from '../../scripts/lib/projectRoot.mjs';
import { runVisibly } from '../../scripts/lib/runVisibly.mjs';
import { ensureHost } from '../../scripts/lib/vscodeHost.mjs';

/**
 * Runs a program of this folder with the Node of the current VS Code: it reads TypeScript by itself, and what is measured runs on it too.
 * @param {string} program below `bench/`
 * @returns {Promise<number>} the exit code
 */
export async function runTypeScript(program) {
  const { node } = await ensureHost('current', line => console.log(line));
  const preload = join(projectRoot, 'bench', 'support', 'outsideVitest.cjs');
  const { code } = await runVisibly(node, ['--require', preload, join(projectRoot, 'bench', program)], { cwd: projectRoot });
  return code;
}
