import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { describe, expect, test, vi } from 'vitest';

import { createBuilder } from '../../../src/node/builder.ts';
import { createFiles } from '../../../src/node/files.ts';
import { environmentDigest } from '../../../src/system/environmentDigest.ts';
import { testEnvironment } from './managedEnvironment.ts';
import { temporaryFolder } from './temporaryFolder.ts';

/** A build backend inside the project, so that no test needs the network: it records what it can see. */
const BACKEND = `
import io, json, os, tarfile, zipfile
def _metadata(): return "Metadata-Version: 2.4\\nName: demo\\nVersion: 1.0\\n"
def build_sdist(folder, settings=None):
    with open(os.environ["HOME"] + "/seen.json", "w") as seen: json.dump(dict(os.environ), seen)
    name = "demo-1.0.tar.gz"
    with tarfile.open(os.path.join(folder, name), "w:gz") as tar:
        for member, data in {"PKG-INFO": _metadata(), "pyproject.toml": open("pyproject.toml").read(), "backend.py": open("backend.py").read()}.items():
            info = tarfile.TarInfo("demo-1.0/" + member); info.size = len(data.encode())
            tar.addfile(info, io.BytesIO(data.encode()))
    return name
def build_wheel(folder, settings=None, metadata=None):
    name = "demo-1.0-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(folder, name), "w") as z:
        z.writestr("demo-1.0.dist-info/METADATA", _metadata()); z.writestr("demo-1.0.dist-info/WHEEL", ""); z.writestr("demo-1.0.dist-info/RECORD", "")
    return name
`;
const PYPROJECT = '[build-system]\nrequires = []\nbuild-backend = "backend"\nbackend-path = ["."]\n';

async function project(files: Readonly<Record<string, string>> = {}): Promise<string> {
  const folder = await temporaryFolder();
  for (const [name, text] of Object.entries({ 'pyproject.toml': PYPROJECT, 'backend.py': BACKEND, ...files })) {
    await mkdir(join(folder, name, '..'), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

async function build(
  folder: string,
  signal = new AbortController().signal,
  environment = testEnvironment,
): Promise<{ into: string; lines: string[]; home: string }> {
  const [into, home] = [await temporaryFolder(), await temporaryFolder()];
  vi.stubEnv('HOME', home);
  const lines: string[] = [];
  const builder = createBuilder({
    environment,
    folder: home,
    log: { info: line => void lines.push(line), failure: () => undefined },
  });
  try {
    await builder.build(folder, into, { report: () => undefined }, signal);
  } finally {
    vi.unstubAllEnvs();
  }
  return { into, lines, home };
}

const canaries = {
  TWINE_PASSWORD: 'canary-1',
  MY_TOKEN: 'canary-2',
  PIP_INDEX_URL: 'https://user:canary-3@index.example/simple/',
  PYTHONPATH: '/canary-4',
};
const modules = ['build.py', 'pip.py', 'sitecustomize.py', 'usercustomize.py', 'pyproject_hooks.py', 'venv.py'];
const plants = Object.fromEntries(modules.map(name => [name, 'raise SystemExit("planted")']));

describe('builder', () => {
  test('builds afresh, hands out no secret and takes no module of the workspace for its own', async () => {
    for (const [name, value] of Object.entries(canaries)) vi.stubEnv(name, value);
    const { into, lines, home } = await build(await project({ ...plants, 'dist/old-0.1.tar.gz': 'stale' }));
    expect([...(await createFiles(into).listRegularFiles(into))].sort()).toEqual(['demo-1.0-py3-none-any.whl', 'demo-1.0.tar.gz']);
    expect(lines.join('\n')).toContain('Building wheel from sdist');
    const seen = await readFile(join(home, 'seen.json'), 'utf8');
    expect(seen).toContain('"PATH"');
    expect(seen).not.toMatch(/canary/);
  });

  test('a failing backend is a failure with its last words, and the log has all', async () => {
    const folder = await project({ 'backend.py': 'def build_sdist(folder, settings=None): raise ValueError("no such module: left")\n' });
    await expect(build(folder)).rejects.toMatchObject({
      code: 'build-failed',
      detail: 'ValueError: no such module: left',
    });
  });

  test('a cancel ends the build and what it started', async () => {
    const marker = join(await temporaryFolder(), 'pid');
    const folder = await project({
      'backend.py': `import os, subprocess, sys, time\ndef build_sdist(folder, settings=None):\n    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])\n    open(${JSON.stringify(marker)}, "w").write(str(child.pid))\n    time.sleep(600)\n`,
    });
    const cancel = new AbortController();
    const running = build(folder, cancel.signal);
    const pid = Number(await vi.waitUntil(() => readFile(marker, 'utf8').catch(() => ''), { timeout: 30_000 }));
    const started = Date.now();
    cancel.abort();
    await expect(running).rejects.toMatchObject({ name: 'Cancelled' });
    await vi.waitUntil(() => !isAlive(pid), { timeout: 5_000 });
    expect(Date.now() - started).toBeLessThan(5_000);
  });

  test('leaves the managed environment as it was, even where its byte code is out of date', { timeout: 120_000 }, async () => {
    const made = await testEnvironment();
    const copy = join(await temporaryFolder(), 'environment');
    await cp(made.folder, copy, { recursive: true, verbatimSymlinks: true });
    const copied = { ...made, folder: copy, python: join(copy, relative(made.folder, made.python)) };
    await build(await project({ 'pyproject.toml': PYPROJECT.replace('[]', '["six"]') }), undefined, () => Promise.resolve(copied));
    expect(await environmentDigest(copy)).toBe(made.digest);
  });

  test('builds the demo package', { timeout: 120_000 }, async () => {
    const folder = await temporaryFolder();
    await cp(join(import.meta.dirname, '../../fixtures/demo'), folder, { recursive: true });
    const { into } = await build(folder);
    expect([...(await createFiles(into).listRegularFiles(into))].sort()).toEqual([
      'countersign_demo-1.2.0-py3-none-any.whl',
      'countersign_demo-1.2.0.tar.gz',
    ]);
  });
});

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
