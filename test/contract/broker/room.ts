import { randomBytes } from 'node:crypto';
import { chmod, copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { environmentDigest } from '../../../src/system/environmentDigest.ts';
import { pypi, rehearsalProfile, testPypi, type IndexProfile } from '../../../src/core/indexes/indexProfile.ts';
import type { CountersignMessage, StartMessage } from '../../../src/core/messages/brokerMessages.ts';
import { makeManifest, releaseDigest } from '../../../src/core/release/manifest.ts';
import { bundles } from './bundles.ts';

export const sdist = 'demo-1.2.0.tar.gz';
export const wheel = 'demo-1.2.0-py3-none-any.whl';

export const profiles = {
  pypi,
  testpypi: testPypi,
  rehearsal: rehearsalProfile({
    uploadUrl: 'http://127.0.0.1:9/legacy/',
    readUrl: 'http://127.0.0.1:9/simple/',
    webUrl: 'http://127.0.0.1:9/',
  }),
  private: {
    kind: 'private',
    name: 'Acme packages',
    uploadUrl: 'https://packages.acme.example/upload/',
    readUrl: 'https://packages.acme.example/simple/',
    username: 'releases',
    projectUrl: null,
    tokenLocation: null,
  },
} as const satisfies Record<string, IndexProfile>;

/** All that a broker needs on disk: storage, a staging folder with two files, and an environment whose interpreter is a fake. */
export interface Room {
  readonly folder: string;
  readonly staging: string;
  readonly environment: string;
  readonly start: StartMessage;
  countersign(profile: IndexProfile, changes?: Partial<CountersignMessage>): CountersignMessage;
  /** What the launcher does from now on. */
  behave(behaviour: Behaviour): Promise<void>;
  /** What the launcher noted of its runs. */
  runs(): Promise<readonly LauncherNote[]>;
  remove(): Promise<void>;
}

export interface Behaviour {
  readonly outcome?: object;
  readonly chatter?: readonly string[];
  readonly hang?: boolean;
  readonly exitCode?: number;
}

export interface LauncherNote {
  readonly order?: Readonly<Record<string, unknown>>;
  readonly argv?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly folder?: string;
  readonly pid?: number;
  readonly child?: number;
  readonly told?: string;
}

export async function makeRoom(changes: Partial<StartMessage> = {}): Promise<Room> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-room-'));
  const [staging, environment, storageFolder] = ['staging', 'environment', 'storage'].map(name => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await mkdir(staging);
  await writeFile(join(staging, sdist), 'an sdist');
  await writeFile(join(staging, wheel), 'a wheel');
  const python = await makeEnvironment(environment);
  const launcher = join(folder, 'launcher.cjs');
  await copyFile(resolve('test/fakes/broker/fakeLauncher.cjs'), launcher);
  const behave = (behaviour: Behaviour): Promise<void> => writeFile(join(folder, 'behaviour.json'), JSON.stringify(behaviour));
  await behave({ outcome: { outcome: 'uploaded' } });
  const start: StartMessage = {
    kind: 'start',
    storageFolder,
    pageFolder: (await bundles()).pageFolder,
    launcher,
    environment: { python, folder: environment, digest: await environmentDigest(environment) },
    pageHost: 'localhost',
    sealKey: randomBytes(32).toString('base64'),
    ...changes,
  };
  return {
    ...{ folder, staging, environment, start, behave },
    countersign: (profile, more = {}) => ({ ...claimOf(profile, staging), ...more }),
    runs: async () => lines(await readFile(join(folder, 'runs.ndjson'), 'utf8').catch(() => '')),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** The interpreter is a script that drops Python's options and runs the launcher with Node. */
async function makeEnvironment(folder: string): Promise<string> {
  const python = join(folder, 'bin', 'python');
  await mkdir(join(folder, 'bin'), { recursive: true });
  await mkdir(join(folder, 'lib', 'twine'), { recursive: true });
  await writeFile(join(folder, 'lib', 'twine', '__init__.py'), '__version__ = "0"\n');
  await writeFile(python, `#!/bin/sh\n[ "$1 $2" = "-I -B" ] || exit 9\nshift 2\nexec "${process.execPath}" "$@"\n`);
  await chmod(python, 0o755);
  return python;
}

function claimOf(profile: IndexProfile, folder: string): CountersignMessage {
  const artifacts = [
    { filename: sdist, kind: 'sdist' as const, ...fingerprint('an sdist') },
    { filename: wheel, kind: 'wheel' as const, ...fingerprint('a wheel') },
  ];
  const manifest = makeManifest(profile, 'demo', '1.2.0', artifacts);
  const claim = { manifest: { ...manifest, artifacts: [...manifest.artifacts] }, digest: releaseDigest(manifest), folder, profile };
  return { kind: 'countersign', ...claim, rehearsalControlUrl: null, alreadyThere: [], notes: [] };
}

function fingerprint(content: string): { size: number; sha256: string } {
  return { size: content.length, sha256: createHash('sha256').update(content).digest('hex') };
}

export function lines<T>(text: string): readonly T[] {
  return text
    .split('\n')
    .filter(line => line !== '')
    .map(line => JSON.parse(line) as T);
}
