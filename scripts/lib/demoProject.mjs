// @ts-check
import { cp, mkdtemp, readdir, readFile, realpath, rm, writeFile } from 'node:fs/promises';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './runProgram.mjs';

const NEUTRAL_GIT = {
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'Demo',
  GIT_AUTHOR_EMAIL: 'demo@example.org',
  GIT_COMMITTER_NAME: 'Demo',
  GIT_COMMITTER_EMAIL: 'demo@example.org',
};

/** @typedef {'library' | 'application'} DemoName */

/** What a person can have opened, and as what it is known to them. */
const demos = {
  library: { fixture: 'demo', name: 'countersign-demo', tag: 'v1.2.0' },
  application: { fixture: 'demo-application', name: 'weather-board', tag: 'v0.3.0' },
};

/** The address in the fixtures, which nobody has. */
const NOBODYS_INDEX = 'https://index.example';

/**
 * A fresh copy of a demo in a temporary folder, committed and tagged where git is there, so that every check has something to look at.
 * @param {string} root the checkout
 * @param {DemoName} [demo]
 * @param {{ readUrl: string }} [index] the one that its files shall name
 * @returns {Promise<{ folder: string, remove(): Promise<void> }>}
 */
export async function copyDemoProject(root, demo = 'library', index) {
  const { fixture, name, tag } = demos[demo];
  const home = await realpath(await mkdtemp(join(tmpdir(), 'countersign-demo-')));
  const folder = join(home, name);
  await cp(join(root, 'test', 'fixtures', fixture), folder, { recursive: true });
  if (index !== undefined) await nameIndex(folder, new URL(index.readUrl).origin);
  await commit(folder, tag).catch(() => undefined);
  return { folder, remove: () => rm(home, { recursive: true, force: true, maxRetries: 5 }) };
}

/**
 * @param {string} folder
 * @param {string} origin
 */
async function nameIndex(folder, origin) {
  const files = (await readdir(folder, { withFileTypes: true })).filter(entry => entry.isFile());
  for (const { name } of files) {
    const text = await readFile(join(folder, name), 'utf8');
    if (text.includes(NOBODYS_INDEX)) await writeFile(join(folder, name), text.replaceAll(NOBODYS_INDEX, origin));
  }
}

/**
 * @param {string} folder
 * @param {string} tag
 */
async function commit(folder, tag) {
  const steps = [
    ['init', '-q', '-b', 'main'],
    ['add', '.'],
    ['commit', '-q', '-m', `Release ${tag.slice(1)}`],
    ['tag', tag],
  ];
  for (const step of steps) await runProgram('git', step, { cwd: folder, env: { ...process.env, ...NEUTRAL_GIT } });
}
