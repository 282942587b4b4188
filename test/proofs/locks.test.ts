import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

import type { readLock } from '../../src/core/locks/readLock.ts';
import { chanceFrom, generateLock } from '../unit/core/locks/generateLock.ts';
import { lockDifferences } from '../unit/core/locks/lockDifferences.ts';
import { recordFigures } from './recordFigures.ts';

const LOCKS = 2000;
const PACKAGES = 1200;
const RUNS = 15;
/** Far more than a machine takes that does nothing else, far less than one that is not linear. */
const MOST_MILLISECONDS = 500;

test('made-up locks are read as real parsers read them, and a large one while a key is pressed', async () => {
  const compared = Array.from({ length: LOCKS }, (_, seed) => lockDifferences(generateLock(seed)));
  const text = largeLock();
  const { times, packages, artifacts } = timeReading(text, await shippedReader());
  await recordFigures('locks', 'Locks', [
    `${LOCKS} locks of every format, made up with fixed seeds in every layout that TOML and JSON allow, are read by the scanner of locks`,
    'and by a strict parser; the trees, the packages with their files and hashes, and the marks are compared.',
    '',
    '| what | figure |',
    '| --- | ---: |',
    `| locks that are read otherwise | ${compared.filter(differences => differences.length > 0).length} of ${LOCKS} |`,
    `| size of the large lock | ${(text.length / 1e6).toFixed(1)} MB, ${packages} packages, ${artifacts} files |`,
    `| reading it, quickest of ${RUNS} | ${(times[0] ?? 0).toFixed(0)} ms |`,
    `| reading it, median of ${RUNS} | ${(times[Math.floor(RUNS / 2)] ?? 0).toFixed(0)} ms |`,
  ]);
  expect(compared.flat()).toEqual([]);
  expect(packages).toBe(PACKAGES);
  expect(times[0]).toBeLessThan(MOST_MILLISECONDS);
});

/** As it is shipped: the test runner's way to load modules makes each call between them slow. */
async function shippedReader(): Promise<typeof readLock> {
  const entry = join(import.meta.dirname, '../../src/core/locks/readLock.ts');
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', platform: 'node', write: false });
  const code = Buffer.from(outputFiles[0]?.contents ?? []).toString('base64');
  const shipped = (await import(/* @vite-ignore */ `data:text/javascript;base64,${code}`)) as { readonly readLock: typeof readLock };
  return shipped.readLock;
}

function timeReading(
  text: string,
  read: typeof readLock,
): { readonly times: readonly number[]; readonly packages: number; readonly artifacts: number } {
  const times: number[] = [];
  let packages = 0;
  let artifacts = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const start = performance.now();
    const lock = read('uv.lock', 'uv-lock', text);
    times.push(performance.now() - start);
    packages = lock.packages.length;
    artifacts = lock.packages.reduce((sum, locked) => sum + locked.artifacts.length, 0);
  }
  return { times: times.sort((one, other) => one - other), packages, artifacts };
}

/** As uv writes it: about 5 MB. */
function largeLock(): string {
  const chance = chanceFrom(1);
  const digest = (): string => Array.from({ length: 8 }, () => chance(0x7fffffff).toString(16).padStart(8, '0')).join('');
  const file = (name: string): string =>
    `{ url = "https://files.index.example/packages/${digest()}/${name}", hash = "sha256:${digest()}", size = 952055, upload-time = "2026-03-19T14:22:25.026Z" }`;
  const packages = Array.from({ length: PACKAGES }, (_, number) => {
    const name = `package-${number}`;
    const wheels = Array.from({ length: 13 }, (__, tag) => `    ${file(`${name}-1.0-cp3${tag}-cp3${tag}-manylinux_2_17_x86_64.whl`)},\n`);
    const dependencies = Array.from(
      { length: 4 },
      () => `    { name = "package-${chance(PACKAGES)}", marker = "sys_platform == 'win32'" },\n`,
    );
    return `[[package]]\nname = "${name}"\nversion = "1.0"\nsource = { registry = "https://index.example/simple" }\ndependencies = [\n${dependencies.join('')}]\nsdist = ${file(`${name}-1.0.tar.gz`)}\nwheels = [\n${wheels.join('')}]\n`;
  });
  return `version = 1\nrevision = 3\n\n${packages.join('\n')}`;
}
