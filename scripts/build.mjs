// @ts-check
import { createHash } from 'node:crypto';
import { chmod, cp, mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { isMainProgram } from './lib/isMainProgram.mjs';
import { projectRoot } from './lib/projectRoot.mjs';

/**
 * Everything that ships, from the sources to `dist/`. The broker comes first: the other doors carry its hash,
 * and start no broker that is not this very one.
 * @param {string} root the checkout
 */
export async function build(root) {
  await rm(dist(root), { recursive: true, force: true });
  const version = await packageVersion(root);
  await bundleProgram(root, 'brokerMain.ts', 'broker.cjs', { __VERSION__: version });
  const constants = { __VERSION__: version, __BROKER_SHA256__: await sha256(dist(root, 'broker.cjs')) };
  await Promise.all([
    bundleProgram(root, 'extension.ts', 'extension.cjs', constants),
    bundleProgram(root, 'publishing.ts', 'publishing.cjs', constants),
    bundleProgram(root, 'editing.ts', 'editing.cjs', constants),
    bundleProgram(root, 'cli.ts', 'cli.cjs', constants).then(() => makeExecutable(dist(root, 'cli.cjs'))),
    bundlePage(root, constants),
    copyPage(root),
    copyPython(root),
    cp(join(root, 'data', 'names', 'names.txt.br'), dist(root, 'names.txt.br')),
  ]);
}

/**
 * @param {string} root
 * @param {...string} below
 */
function dist(root, ...below) {
  return join(root, 'dist', ...below);
}

/** @param {string} root */
async function packageVersion(root) {
  return String(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).version);
}

/** @param {string} file */
async function sha256(file) {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex');
}

/**
 * @param {string} root
 * @param {string} entry
 * @param {string} output
 * @param {Record<string, string>} constants
 */
async function bundleProgram(root, entry, output, constants) {
  await bundle(root, entry, output, constants, {
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    external: ['vscode'],
    mainFields: ['module', 'main'],
    supported: { 'dynamic-import': false },
    plugins: [loadedLater],
  });
}

/**
 * The extension's door imports publishing and editing when they are first needed: from bundles of their own, not from its own.
 * @type {import('esbuild').Plugin}
 */
const loadedLater = {
  name: 'loaded-later',
  setup(building) {
    building.onResolve({ filter: /^\.\/(?:publishing|editing)\.ts$/ }, ({ kind, path }) =>
      kind === 'dynamic-import' ? { path: path.replace(/\.ts$/, '.cjs'), external: true } : undefined,
    );
  },
};

/**
 * @param {string} root
 * @param {Record<string, string>} constants
 */
async function bundlePage(root, constants) {
  await bundle(root, 'page/approval.ts', 'page/approval.js', constants, { platform: 'browser', target: 'es2022', format: 'iife' });
}

/**
 * @param {string} root
 * @param {string} entry below `src/`
 * @param {string} output below `dist/`
 * @param {Record<string, string>} constants
 * @param {import('esbuild').BuildOptions} shape
 */
async function bundle(root, entry, output, constants, shape) {
  const { build: esbuild } = await import('esbuild');
  const define = Object.fromEntries(Object.entries(constants).map(([name, value]) => [name, JSON.stringify(value)]));
  await esbuild({
    ...shape,
    absWorkingDir: root,
    entryPoints: [join(root, 'src', entry)],
    outfile: dist(root, output),
    bundle: true,
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
    define,
  });
}

/** @param {string} file */
async function makeExecutable(file) {
  const code = await readFile(file, 'utf8');
  if (!code.startsWith('#!')) await writeFile(file, `#!/usr/bin/env node\n${code}`);
  await chmod(file, 0o755);
}

/** @param {string} root */
async function copyPage(root) {
  const from = join(root, 'media', 'approval');
  const files = (await readdir(from)).filter(name => /\.(html|css)$/.test(name));
  await mkdir(dist(root, 'page'), { recursive: true });
  await Promise.all(files.map(name => cp(join(from, name), dist(root, 'page', name))));
}

/** @param {string} root */
async function copyPython(root) {
  const isSource = (/** @type {string} */ path) => basename(path) !== '__pycache__' && !path.endsWith('.pyc');
  await cp(join(root, 'src', 'python'), dist(root, 'python'), { recursive: true, filter: isSource });
}

if (isMainProgram(import.meta.url)) await build(projectRoot);
