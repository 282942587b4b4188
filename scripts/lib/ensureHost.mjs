// @ts-check
import { cp, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder.mjs';
import { hostReleases } from './hostReleases.mjs';
import { installOnce } from './installOnce.mjs';
import { npm } from './npm.mjs';
import { spdlogStandIn } from './spdlogStandIn.mjs';

/**
 * @typedef {object} Host
 * @property {string} node the Node that runs it
 * @property {string} serverMain the bare server of VS Code, for tests
 * @property {string} codeServerEntry code-server, for a person
 * @property {string} version code-server's
 * @property {string} engine VS Code's, to compare with `engines.vscode`
 */

const RIPGREP = '@vscode/ripgrep@1.18.0';
const TARGET = `${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;

/**
 * Installs a VS Code that runs in a browser, from npm alone, without running any package's install script.
 * @param {import('./hostReleases.mjs').HostName} name
 * @param {(line: string) => void} [report]
 * @returns {Promise<Host>}
 */
export async function ensureHost(name, report = () => undefined) {
  if (process.platform === 'win32') throw new Error('The VS Code host (code-server) does not run on Windows. Run this inside WSL.');
  const release = hostReleases[name];
  const [node, home] = await Promise.all([ensureNode(release.node, report), ensureCodeServer(release, report)]);
  return {
    node,
    serverMain: join(home, 'lib', 'vscode', 'out', 'server-main.js'),
    codeServerEntry: join(home, 'out', 'node', 'entry.js'),
    version: release.codeServer,
    engine: release.engine,
  };
}

/**
 * @param {string} version
 * @param {(line: string) => void} report
 * @returns {Promise<string>} this very Node where its major version is the wanted one
 */
async function ensureNode(version, report) {
  if (process.versions.node.split('.')[0] === version.split('.')[0]) return process.execPath;
  const folder = cacheFolder('hosts', `node-${version}-${TARGET}`);
  await installOnce(folder, report, async fresh => {
    report(`Node ${version}`);
    await installPackages(fresh, [`node-${TARGET}@${version}`]);
  });
  return join(folder, 'node_modules', `node-${TARGET}`, 'bin', 'node');
}

/**
 * @param {import('./hostReleases.mjs').HostRelease} release
 * @param {(line: string) => void} report
 */
async function ensureCodeServer(release, report) {
  const folder = cacheFolder('hosts', `code-server-${release.codeServer}-${TARGET}`);
  await installOnce(folder, report, async fresh => {
    report(`code-server ${release.codeServer}`);
    await installPackages(fresh, [`code-server@${release.codeServer}`]);
    const code = join(fresh, 'node_modules', 'code-server', 'lib', 'vscode');
    report(`VS Code ${release.engine}`);
    await npm(['install', '--omit=dev'], code);
    await patch(code, release);
  });
  return join(folder, 'node_modules', 'code-server');
}

/**
 * @param {string} folder
 * @param {readonly string[]} packages
 */
async function installPackages(folder, packages) {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{ "private": true }\n');
  await npm(['install', ...packages], folder);
}

/**
 * What the install scripts would have compiled, downloaded or linked.
 * @param {string} code
 * @param {import('./hostReleases.mjs').HostRelease} release
 */
async function patch(code, { patches }) {
  await writeFile(join(code, 'node_modules', '@vscode', 'spdlog', 'index.js'), spdlogStandIn);
  if (patches.includes('asarLink')) await symlink('node_modules', join(code, 'node_modules.asar'));
  if (patches.includes('ripgrep')) await addRipgrep(code);
}

/** @param {string} code whose own ripgrep package has no binary until its install script ran */
async function addRipgrep(code) {
  const workshop = join(code, 'ripgrep');
  await installPackages(workshop, [RIPGREP]);
  const binary = join(workshop, 'node_modules', '@vscode', `ripgrep-${process.platform}-${process.arch}`, 'bin', 'rg');
  await cp(binary, join(code, 'node_modules', '@vscode', 'ripgrep', 'bin', 'rg'));
}
