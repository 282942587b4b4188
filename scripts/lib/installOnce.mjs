// @ts-check
import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { exclusively } from './exclusively.mjs';

const MARKER = '.installed';

/**
 * Fills a folder of the cache once and for all. The work happens in a sibling that gets its name last, so an interrupted
 * installation never looks like a finished one, and is begun again from nothing.
 * @param {string} folder
 * @param {(line: string) => void} report
 * @param {(fresh: string) => Promise<void>} install fills the empty folder it is given
 */
export async function installOnce(folder, report, install) {
  if (await isInstalled(folder)) return;
  await exclusively(`${folder}.lock`, report, async () => {
    if (await isInstalled(folder)) return;
    await clearAway(folder);
    const fresh = `${folder}.partial-${process.pid}`;
    await mkdir(fresh, { recursive: true, mode: 0o700 });
    await install(fresh);
    await writeFile(join(fresh, MARKER), '');
    await rename(fresh, folder);
  });
}

/** @param {string} folder */
async function isInstalled(folder) {
  return access(join(folder, MARKER)).then(
    () => true,
    () => false,
  );
}

/** @param {string} folder removed with the leftovers of installations that did not reach their end */
async function clearAway(folder) {
  const siblings = await readdir(dirname(folder));
  const leftovers = siblings.filter(name => name === basename(folder) || name.startsWith(`${basename(folder)}.partial-`));
  await Promise.all(leftovers.map(name => rm(join(dirname(folder), name), { recursive: true, force: true })));
}
