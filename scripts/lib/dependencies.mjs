// @ts-check
import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { npm } from './npm.mjs';

/**
 * Brings `node_modules` to what `package-lock.json` says, and does nothing where it is so already.
 * @param {string} root the checkout
 * @param {(line: string) => void} report
 */
export async function ensureDependencies(root, report) {
  const stamp = join(root, 'node_modules', '.countersign-stamp');
  const lock = await readFile(join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lock).digest('hex');
  if ((await contents(stamp)) === wanted) return;
  if (!(await isInstalledByHand(root, lock))) {
    report('npm ci');
    await npm(['ci'], root);
  }
  await writeFile(stamp, wanted);
}

/**
 * A developer who ran `npm install` has the right packages and no stamp: npm's own list of what it installed says so.
 * @param {string} root
 * @param {string} lock
 */
async function isInstalledByHand(root, lock) {
  const installed = packages((await contents(join(root, 'node_modules', '.package-lock.json'))) ?? '{}');
  const wanted = Object.entries(packages(lock)).filter(([path, { optional, link }]) => path !== '' && !optional && !link);
  return wanted.every(([path, { version, integrity }]) => {
    const found = installed[path];
    return found?.version === version && found?.integrity === integrity;
  });
}

/**
 * @param {string} lock
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean, link?: boolean }>}
 */
function packages(lock) {
  return JSON.parse(lock).packages ?? {};
}

/** @param {string} file */
async function contents(file) {
  return readFile(file, 'utf8').catch(() => undefined);
}
