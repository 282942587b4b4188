// @ts-check
import { createHash } from 'node:crypto';
import { access, mkdir, readFile, readdir, rename } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { cacheFolder } from './cacheFolder.mjs';
import { exclusively } from './exclusively.mjs';
import { runProgram } from './runProgram.mjs';

const SOURCES = [
  'src',
  'media',
  join('data', 'names', 'names.txt.br'),
  'package.json',
  'package-lock.json',
  '.vscodeignore',
  'README.md',
  join('scripts', 'build.mjs'),
];

/**
 * The packed extension, made anew only when something that goes into it has changed. Its name carries the hash of its sources.
 * @param {string} root the checkout
 * @param {(line: string) => void} report
 * @returns {Promise<string>}
 */
export async function packedExtension(root, report) {
  const vsix = cacheFolder('packed', `countersign-${await sourceHash(root)}.vsix`);
  await exclusively(cacheFolder('packed.lock'), report, async () => {
    if (
      await access(vsix).then(
        () => true,
        () => false,
      )
    )
      return;
    report('packing');
    await mkdir(cacheFolder('packed'), { recursive: true });
    // In a process of its own: vsce speaks on the standard output.
    await runProgram(process.execPath, [join(root, 'scripts', 'package.mjs'), `${vsix}.partial`], { cwd: root });
    await rename(`${vsix}.partial`, vsix);
  });
  return vsix;
}

/** @param {string} root */
async function sourceHash(root) {
  const hash = createHash('sha256');
  for (const file of (await Promise.all(SOURCES.map(source => filesBelow(join(root, source))))).flat()) {
    hash
      .update(relative(root, file))
      .update('\0')
      .update(await readFile(file))
      .update('\0');
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} path a file, a folder, or nothing
 * @returns {Promise<string[]>}
 */
async function filesBelow(path) {
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(asFile);
  if (!Array.isArray(entries)) return entries === 'file' ? [path] : [];
  const files = entries.filter(entry => entry.isFile() && !entry.name.endsWith('.pyc'));
  return files.map(entry => join(entry.parentPath, entry.name)).sort();
}

/**
 * @param {NodeJS.ErrnoException} fault
 * @returns {'file' | 'nothing'}
 */
function asFile(fault) {
  if (fault.code === 'ENOTDIR') return 'file';
  if (fault.code === 'ENOENT') return 'nothing';
  throw fault;
}
