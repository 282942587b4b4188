import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

import { startBuiltInIndex, type BuiltInIndex } from '../../scripts/lib/builtInIndex.mjs';
import { projectRoot } from '../../scripts/lib/projectRoot.mjs';
import { runProgram } from '../../scripts/lib/runProgram.mjs';
import { environmentDigest } from '../../src/system/environmentDigest.ts';
import type { Artifact } from '../../src/core/release/artifact.ts';
import { rehearsalProfile } from '../../src/core/indexes/indexProfile.ts';
import { markStaged, planRelease, type ReleasePlan, type StagedRelease } from '../../src/core/release/releasePlan.ts';
import { openBroker, type BrokerOptions } from '../../src/node/brokerClient.ts';
import { createFiles } from '../../src/node/files.ts';
import type { Broker } from '../../src/app/ports.ts';
import type { PackedExtension } from './packed.ts';

/** The demo's two files, an index to send them to, and the ways to send them. */
export interface Scene {
  readonly index: BuiltInIndex;
  readonly plan: ReleasePlan;
  /** A real broker, as the extension starts one. */
  openBroker(openPage: BrokerOptions['openPage']): Promise<Broker>;
  remove(): Promise<void>;
}

export async function setScene({ dist, python }: PackedExtension): Promise<Scene> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bench-'));
  const index = await startBuiltInIndex({ python, root: projectRoot });
  const staging = join(folder, 'staging');
  await runProgram(python, ['-I', '-B', '-m', 'build', '--outdir', staging, join(projectRoot, 'test', 'fixtures', 'demo')]);
  const environmentFolder = dirname(dirname(python));
  const start: BrokerOptions['start'] = {
    storageFolder: join(folder, 'broker'),
    pageFolder: join(dist, 'page'),
    launcher: join(dist, 'python', 'launcher.py'),
    environment: { python, folder: environmentFolder, digest: await environmentDigest(environmentFolder) },
    pageHost: 'localhost',
    sealKey: randomBytes(32).toString('base64'),
  };
  const program = join(dist, 'broker.cjs');
  const programSha256 = createHash('sha256')
    .update(await readFile(program))
    .digest('hex');
  const log = { info: () => undefined, failure: () => undefined };
  return {
    index,
    plan: planRelease(await staged(staging), rehearsalProfile(index)),
    openBroker: openPage => openBroker({ program, programSha256, start, proxy: null, openPage, log }),
    remove: async () => {
      await index.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function staged(folder: string): Promise<StagedRelease> {
  const files = createFiles(folder);
  const names = (await files.listRegularFiles(folder)).filter(name => /\.(?:whl|tar\.gz)$/.test(name)).toSorted();
  const artifacts = await Promise.all(names.map(filename => artifact(files, folder, filename)));
  return markStaged({ folder, project: 'countersign-demo', version: '1.2.0', artifacts });
}

async function artifact(files: ReturnType<typeof createFiles>, folder: string, filename: string): Promise<Artifact> {
  return { filename, kind: filename.endsWith('.whl') ? 'wheel' : 'sdist', ...(await files.hash(join(folder, filename))) };
}
