// @ts-check
import { cp, mkdtemp, realpath, rm } from 'node:fs/promises';
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

/**
 * A fresh copy of the demo package in a temporary folder, committed and tagged where git is there, so that every check has something to look at.
 * @param {string} root the checkout
 * @returns {Promise<{ folder: string, remove(): Promise<void> }>}
 */
export async function copyDemoProject(root) {
  const home = await realpath(await mkdtemp(join(tmpdir(), 'countersign-demo-')));
  const folder = join(home, 'countersign-demo');
  await cp(join(root, 'test', 'fixtures', 'demo'), folder, { recursive: true });
  await commit(folder).catch(() => undefined);
  return { folder, remove: () => rm(home, { recursive: true, force: true, maxRetries: 5 }) };
}

/** @param {string} folder */
async function commit(folder) {
  const steps = [
    ['init', '-q', '-b', 'main'],
    ['add', '.'],
    ['commit', '-q', '-m', 'Release 1.2.0'],
    ['tag', 'v1.2.0'],
  ];
  for (const step of steps) await runProgram('git', step, { cwd: folder, env: { ...process.env, ...NEUTRAL_GIT } });
}
