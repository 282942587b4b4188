import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

/** The command as it ships: bundled, run by Node, over files on a disk. */

const root = fileURLToPath(new URL('../..', import.meta.url));
let folder = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'countersign-cli-'));
  await cp(join(root, 'test/fixtures/projects'), join(folder, 'projects'), { recursive: true });
  await build({
    entryPoints: [join(root, 'src/cli.ts')],
    outfile: join(folder, 'cli.cjs'),
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    define: { __VERSION__: '"0.1.0"' },
    logLevel: 'silent',
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('exit codes and streams', () => {
  test.each<[string, string[], number, RegExp, RegExp]>([
    ['the version', ['--version'], 0, /^0\.1\.0\n$/, /^$/],
    ['help', ['--help'], 0, /^Usage: countersign/, /^$/],
    ['no command', [], 2, /^$/, /There is no command.*\n\nUsage/s],
    ['an option that is not there', ['check', '--fax'], 2, /^$/, /--fax/],
    ['a PATH that is not there', ['check', 'nowhere'], 2, /^$/, /nowhere does not exist/],
    ['a PATH below a file', ['check', 'bare/app.py/x'], 2, /^$/, /does not exist/],
    ['a file that is no project', ['check', 'bare/app.py'], 2, /^$/, /app\.py names no dependencies/],
    ['a good project', ['check', 'good'], 0, /^good: Demo\.Project 1\.2\.0 \(library: .*Nothing found in one project\.\n$/s, /^$/],
    ['a broken project', ['check', 'broken'], 1, /pyproject\.toml:3:14: error: .*\[toml\/syntax\]/, /^$/],
    ['a file', ['check', 'broken/pyproject.toml', '--offline'], 1, /^broken \(/, /^$/],
    ['a folder without a project', ['check', 'bare'], 0, /^bare \(no pyproject\.toml\)/, /^$/],
    ['a warning', ['check', 'monorepo'], 0, /1 warning in 3 projects/, /^$/],
    ['a warning that counts', ['check', 'monorepo', '--fail-on=warning'], 1, /1 warning/, /^$/],
    ['a path behind --', ['check', '--', 'good'], 0, /^good/, /^$/],
    ['hostile names', ['check', 'hostile'], 1, /^hostile: demo\\u\{202e\}gnp \\u\{1b\}\[31m1\.0/, /^$/],
  ])('%s', async (_, words, code, output, error) => {
    const ended = await run(words);
    expect(ended.code).toBe(code);
    expect(ended.output).toMatch(output);
    expect(ended.error).toMatch(error);
  });
});

test('JSON is one value, with the projects below a folder in their order', async () => {
  const { output } = await run(['check', 'monorepo', '--format', 'json']);
  const { schema, projects } = JSON.parse(output) as { schema: number; projects: Record<string, unknown>[] };
  expect(schema).toBe(1);
  expect(projects.map(({ path, name, version, profile }) => [path, name, version, profile])).toEqual([
    ['.', null, null, 'application'],
    ['packages/one', 'one', null, 'library'],
    ['packages/two', 'two', '0.1.0', 'application'],
  ]);
});

test('a file that is not UTF-8 is a finding, and is named', async () => {
  const path = join(folder, 'projects/bare/pyproject.toml');
  await writeFile(path, Buffer.from([0x61, 0xff]));
  const { code, output } = await run(['check', 'bare']);
  await rm(path);
  expect(code).toBe(1);
  expect(output).toContain('pyproject.toml:1:1: error: This file is not UTF-8. [toml/syntax]');
});

test('a file that cannot be read ends with 3', async () => {
  await mkdir(join(folder, 'projects/unreadable'));
  await symlink('pyproject.toml', join(folder, 'projects/unreadable/pyproject.toml'));
  expect((await run(['check', 'unreadable'])).code).toBe(3);
});

interface Ended {
  readonly code: number;
  readonly output: string;
  readonly error: string;
}

function run(words: readonly string[]): Promise<Ended> {
  return new Promise(resolve => {
    execFile(process.execPath, [join(folder, 'cli.cjs'), ...words], { cwd: join(folder, 'projects') }, (failed, output, error) => {
      resolve({ code: typeof failed?.code === 'number' ? failed.code : 0, output, error });
    });
  });
}
