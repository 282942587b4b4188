// @ts-check
import { createHash } from 'node:crypto';
import { access, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cacheFolder } from './cacheFolder.mjs';
import { exclusively } from './exclusively.mjs';
import { findPython } from './findPython.mjs';
import { runProgram } from './runProgram.mjs';

const PIP = [
  '-m',
  'pip',
  'install',
  '--no-deps',
  '--require-hashes',
  '--only-binary',
  ':all:',
  '--no-input',
  '--disable-pip-version-check',
  '--quiet',
];

/**
 * The environment that scripts and tests run the project's Python in: exactly the packages of the lock, each with its hash.
 * @param {string} root the checkout
 * @param {(line: string) => void} [report]
 * @returns {Promise<{ python: string, version: string }>} the environment's interpreter
 */
export async function ensurePython(root, report = () => undefined) {
  const lock = join(root, 'src', 'python', 'requirements.lock');
  const base = await findPython();
  const folder = cacheFolder('python', `${base.version}-${await fingerprint(lock, base.executable)}`);
  await exclusively(`${folder}.lock`, report, async () => {
    if (!(await isComplete(folder))) await create(folder, base, lock, report);
  });
  return { python: interpreter(folder), version: base.version };
}

/**
 * @param {string} lock
 * @param {string} executable
 */
async function fingerprint(lock, executable) {
  return createHash('sha256')
    .update(executable)
    .update('\0')
    .update(await readFile(lock))
    .digest('hex')
    .slice(0, 16);
}

/** @param {string} folder complete, and its base interpreter is still there */
async function isComplete(folder) {
  const both = [access(marker(folder)), access(interpreter(folder))];
  return Promise.all(both).then(
    () => true,
    () => false,
  );
}

/**
 * An environment knows its own path, so it is made in place, and its marker last.
 * @param {string} folder
 * @param {import('./findPython.mjs').Python} base
 * @param {string} lock
 * @param {(line: string) => void} report
 */
async function create(folder, base, lock, report) {
  await rm(folder, { recursive: true, force: true });
  report(`an environment of Python ${base.version}`);
  await runProgram(base.executable, ['-I', '-m', 'venv', folder], { cwd: cacheFolder() });
  report('twine and its companions, by hash');
  await runProgram(interpreter(folder), ['-I', ...PIP, '-r', lock], { cwd: folder });
  await writeFile(marker(folder), '');
}

/** @param {string} folder */
function marker(folder) {
  return join(folder, '.installed');
}

/** @param {string} folder */
function interpreter(folder) {
  return process.platform === 'win32' ? join(folder, 'Scripts', 'python.exe') : join(folder, 'bin', 'python');
}
