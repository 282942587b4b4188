// @ts-check
import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMainProgram } from './lib/isMainProgram.mjs';
import { projectRoot } from './lib/projectRoot.mjs';

/**
 * Writes the documentation of all rules, and takes away the pages of rules that are gone.
 * @param {string} root the checkout
 */
export async function writeRuleDocs(root) {
  const { catalogue, rulePages, withRuleTable } = await ruleDocs(root);
  const folder = join(root, 'docs', 'rules');
  await mkdir(folder, { recursive: true });
  const pages = rulePages(catalogue);
  const gone = (await readdir(folder)).filter(name => !pages.has(name));
  await Promise.all([
    ...gone.map(name => rm(join(folder, name))),
    ...[...pages].map(([name, text]) => writeFile(join(folder, name), text)),
    writeReadme(join(root, 'README.md'), readme => withRuleTable(readme, catalogue)),
  ]);
}

/**
 * @param {string} file
 * @param {(text: string) => string} change
 */
async function writeReadme(file, change) {
  await writeFile(file, change(await readFile(file, 'utf8')));
}

/**
 * The catalogue and what writes it down, out of TypeScript: bundled in memory, for a Node that cannot read it by itself.
 * @param {string} root
 * @returns {Promise<typeof import('./lib/rulePages.mjs') & typeof import('./lib/ruleTables.mjs') & typeof import('../src/core/checks/catalogue.ts')>}
 */
async function ruleDocs(root) {
  const { build } = await import('esbuild');
  const parts = ['./src/core/checks/catalogue.ts', './scripts/lib/rulePages.mjs', './scripts/lib/ruleTables.mjs'];
  const { outputFiles } = await build({
    stdin: { contents: parts.map(part => `export * from '${part}';`).join('\n'), resolveDir: root },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`);
}

if (isMainProgram(import.meta.url)) await writeRuleDocs(projectRoot);
