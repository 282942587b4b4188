import { chmod, mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';

/** Traps for a careless publisher, in the workspace and in the environment. Each leaves a trace when it works. */
export interface Plants {
  /** For the environment of the editor, or of a careless run. */
  readonly environment: Readonly<Record<string, string>>;
  /** Which traps have worked so far, and how often the false index was asked. */
  sprung(): Promise<readonly string[]>;
  forget(): Promise<void>;
  stop(): Promise<void>;
}

/** `folder` is outside the workspace: for the home, the path and the traces. `python` is where the real one is found. */
export async function plant(workspace: string, folder: string, python: string): Promise<Plants> {
  const traces = join(folder, 'traces');
  const [home, modules, programs] = [join(folder, 'home'), join(folder, 'modules'), join(folder, 'bin')];
  for (const made of [traces, home, modules, programs]) await mkdir(made, { recursive: true });
  let asked = 0;
  const falseIndex = createServer((_request, response) => {
    asked += 1;
    response.writeHead(200).end();
  }).listen(0, '127.0.0.1');
  await new Promise(resolve => falseIndex.once('listening', resolve));
  const address = `http://127.0.0.1:${(falseIndex.address() as AddressInfo).port}/`;

  const leaveTrace = (name: string): string => `open(${JSON.stringify(join(traces, name))}, "w").close()\n`;
  await writeFile(join(workspace, 'twine.py'), `${leaveTrace('twine.py')}raise SystemExit(0)\n`);
  await writeFile(join(workspace, 'requests.py'), leaveTrace('requests.py'));
  await writeFile(join(modules, 'sitecustomize.py'), leaveTrace('sitecustomize.py'));
  await writeFile(join(workspace, 'sitecustomize.py'), leaveTrace('sitecustomize.py of the workspace'));
  await writeFile(
    join(home, '.pypirc'),
    `[distutils]\nindex-servers = pypi\n[pypi]\nrepository = ${address}\nusername = u\npassword = p\n`,
  );
  await writeFile(join(workspace, '.pypirc'), `[pypi]\nrepository = ${address}\n`);
  const path = `${programs}:${dirname(python)}:${process.env['PATH'] ?? ''}`;
  // The editor asks a login shell for the person's PATH.
  for (const profile of ['.profile', '.bash_profile', '.zprofile']) await writeFile(join(home, profile), `export PATH='${path}'\n`);
  await plantVersionManager({ workspace, programs, python, trace: join(traces, '.python-version') });

  return {
    environment: {
      HOME: home,
      PATH: path,
      PYTHONPATH: modules,
      TWINE_REPOSITORY_URL: address,
      TWINE_USERNAME: 'u',
      TWINE_PASSWORD: 'planted',
    },
    sprung: async () => [...(await readdir(traces)).sort(), ...(asked > 0 ? ['false index'] : [])],
    forget: async () => {
      asked = 0;
      for (const name of await readdir(traces)) await rm(join(traces, name));
    },
    stop: async () => {
      falseIndex.closeAllConnections();
      await new Promise(resolve => falseIndex.close(resolve));
    },
  };
}

interface VersionManager {
  readonly workspace: string;
  readonly programs: string;
  readonly python: string;
  readonly trace: string;
}

/** A stand-in for version managers: its `python3` obeys the `.python-version` of the folder it is called from. */
async function plantVersionManager({ workspace, programs, python, trace }: VersionManager): Promise<void> {
  await writeFile(join(workspace, '.python-version'), '2.6\n');
  const shim = join(programs, 'python3');
  await writeFile(shim, `#!/bin/sh\nif [ -e .python-version ]; then touch '${trace}'; fi\nexec '${python}' "$@"\n`);
  await chmod(shim, 0o755);
}
