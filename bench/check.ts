import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { cacheFolder } from '../scripts/lib/cacheFolder.mjs';
import { runProgram } from '../scripts/lib/runProgram.mjs';
import { readLock } from '../src/core/locks/readLock.ts';
import type { PackedExtension } from './support/packed.ts';
import type { Row } from './support/row.ts';
import { median, spread } from './support/statistics.ts';

const RUNS = 9;
const LOCK_RUNS = 31;
const MOST_SECONDS = 0.3;
const LOCK_BYTES = 5 * 1024 * 1024;
const MOST_LOCK_MS = 50;

const PYPROJECT = `[project]
name = "bench"
version = "1.0"
requires-python = ">=3.10"
dependencies = ["requests>=2.31", "click>=8.1", "attrs>=23", "jinja2>=3.1", "rich>=13"]

[tool.uv]
package = false
`;

/** A locked project, checked from the terminal by us, and by the two commands that come nearest to it. */
export async function measureCheck({ dist, python }: PackedExtension): Promise<readonly Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-check-'));
  try {
    const uv = await installUv(python);
    await prepareProject(folder, uv);
    const ours: number[] = [];
    const theirs: number[] = [];
    for (let run = 0; run < RUNS; run++) {
      ours.push(await secondsOf(process.execPath, [join(dist, 'cli.cjs'), 'check', folder, '--offline']));
      const install = ['-m', 'pip', 'install', '--dry-run', '--ignore-installed', '--no-deps', '--require-hashes', '-q'];
      theirs.push(
        (await secondsOf(uv, ['lock', '--check', '--project', folder])) +
          (await secondsOf(python, [...install, '-r', join(folder, 'requirements.txt')])),
      );
    }
    return [checkRow(ours, theirs), lockRow()];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function checkRow(ours: readonly number[], theirs: readonly number[]): Row {
  return {
    what: '`countersign check --offline` of a locked project, and `uv lock --check` with `pip install --dry-run --require-hashes`',
    target: `≤ ${MOST_SECONDS} s, and less than both`,
    measured: spread(ours, 's', 2),
    beside: `uv and pip: ${spread(theirs, 's', 2)}; ratio ${(median(ours) / median(theirs)).toFixed(2)}`,
    isMet: median(ours) <= MOST_SECONDS && median(ours) < median(theirs),
  };
}

function lockRow(): Row {
  const entry = (place: number): string => {
    const url = `https://files.example/p${place}-1.0`;
    const hash = `sha256:${place.toString(16).padStart(64, '0')}`;
    const file = (end: string): string => `{ url = "${url}${end}", hash = "${hash}", size = 1000 }`;
    const wheels = Array.from({ length: 25 }, (_, count) => `    ${file(`-cp3${count}-manylinux.whl`)},\n`).join('');
    return `[[package]]\nname = "p${place}"\nversion = "1.0"\nsource = { registry = "https://index.example/simple" }\nsdist = ${file('.tar.gz')}\nwheels = [\n${wheels}]\n\n`;
  };
  let text = 'version = 1\nrequires-python = ">=3.10"\n\n';
  for (let place = 0; text.length < LOCK_BYTES; place++) text += entry(place);
  const [first = 0, ...times] = Array.from({ length: LOCK_RUNS }, () => {
    const begun = performance.now();
    readLock('uv.lock', 'uv-lock', text);
    return performance.now() - begun;
  });
  return {
    what: 'Reading a `uv.lock` of 5 MB',
    target: `≤ ${MOST_LOCK_MS} ms`,
    measured: spread(times, 'ms', 0),
    beside: `the very first of all: ${first.toFixed(0)} ms`,
    isMet: median(times) <= MOST_LOCK_MS,
  };
}

async function installUv(python: string): Promise<string> {
  const folder = cacheFolder('tools', 'uv');
  const uv = join(folder, 'bin', 'uv');
  const isThere = await runProgram(uv, ['--version']).then(
    () => true,
    () => false,
  );
  if (isThere) return uv;
  await runProgram(python, ['-m', 'venv', '--clear', folder]);
  await runProgram(join(folder, 'bin', 'python'), ['-m', 'pip', 'install', '-q', '--disable-pip-version-check', 'uv']);
  return uv;
}

async function prepareProject(folder: string, uv: string): Promise<void> {
  await writeFile(join(folder, 'pyproject.toml'), PYPROJECT);
  await runProgram(uv, ['lock', '-q', '--project', folder]);
  await runProgram(uv, ['export', '-q', '--no-emit-project', '--project', folder, '-o', join(folder, 'requirements.txt')]);
}

/** Exit code 1 tells of findings, which is no failure here. */
async function secondsOf(program: string, args: readonly string[]): Promise<number> {
  const begun = performance.now();
  await runProgram(program, args);
  return (performance.now() - begun) / 1000;
}
