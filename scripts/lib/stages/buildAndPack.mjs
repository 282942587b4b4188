// @ts-check
import { join } from 'node:path';
import { runVisibly } from '../runVisibly.mjs';

/**
 * Counts as one test; leaves `dist/` and the packed extension for the stages that try them.
 * @type {import('../stages.mjs').Stage['run']}
 */
export async function buildAndPack({ root, vsix }) {
  const { code } = await runVisibly(process.execPath, [join(root, 'scripts', 'package.mjs'), vsix], { cwd: root });
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
