import { mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

import { projectRoot } from '../../scripts/lib/projectRoot.mjs';
import { runProgram } from '../../scripts/lib/runProgram.mjs';

/**
 * A folder that pip takes for a package index (PEP 503 in files): behind a proxy that leads the public names elsewhere, pip would
 * find nothing of what it is to install. Gives its address.
 */
export async function fillPackageShelf(python: string, folder: string, more: readonly string[]): Promise<string> {
  const lock = join(projectRoot, 'src', 'python', 'requirements.lock');
  const wheels = join(folder, 'wheels');
  await download(python, wheels, ['--no-deps', '--require-hashes', '-r', lock]);
  for (const requirement of more) await download(python, wheels, [requirement]);
  const files = await readdir(wheels);
  await Promise.all(files.map(file => shelve(wheels, file, join(folder, 'simple'), files)));
  return pathToFileURL(join(folder, 'simple')).href;
}

async function download(python: string, folder: string, what: readonly string[]): Promise<void> {
  const args = ['-I', '-m', 'pip', 'download', '--quiet', '--disable-pip-version-check', '--only-binary', ':all:', '--dest', folder];
  await runProgram(python, [...args, ...what]);
}

async function shelve(wheels: string, file: string, shelf: string, all: readonly string[]): Promise<void> {
  const project = projectOf(file);
  const place = join(shelf, project);
  await mkdir(place, { recursive: true });
  await rename(join(wheels, file), join(place, file));
  const links = all.filter(other => projectOf(other) === project).map(other => `<a href="${other}">${other}</a>`);
  await writeFile(join(place, 'index.html'), `<!doctype html>${links.join('\n')}`);
}

/** A wheel's name begins with its project's, in which PEP 427 has written `_` for every separator. */
function projectOf(wheel: string): string {
  return (wheel.split('-')[0] ?? '').replace(/[-_.]+/g, '-').toLowerCase();
}
