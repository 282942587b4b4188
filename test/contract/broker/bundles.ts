import { build } from 'esbuild';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll } from 'vitest';

export interface Bundles {
  /** The real door. */
  readonly broker: string;
  /** The same room with limits that a test sets. */
  readonly hastyBroker: string;
  readonly pageFolder: string;
}

let made: Promise<Bundles> | null = null;

afterAll(async () => {
  if (made !== null) await rm((await made).pageFolder, { recursive: true, force: true });
});

/** Broker and page as they ship, made once for each file of tests. */
export function bundles(): Promise<Bundles> {
  return (made ??= makeBundles());
}

async function makeBundles(): Promise<Bundles> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-bundles-'));
  const [broker, hastyBroker] = [join(folder, 'broker.cjs'), join(folder, 'hasty.cjs')];
  await Promise.all([
    bundleBroker('src/brokerMain.ts', broker),
    bundleBroker('test/fakes/broker/hastyBrokerMain.ts', hastyBroker),
    build({
      entryPoints: ['src/page/approval.ts'],
      outfile: join(folder, 'approval.js'),
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
    }),
    ...['approval.html', 'approval.css'].map(name => copyFile(resolve('media/approval', name), join(folder, name))),
  ]);
  return { broker, hastyBroker, pageFolder: folder };
}

async function bundleBroker(entry: string, outfile: string): Promise<void> {
  await build({ entryPoints: [entry], outfile, bundle: true, minify: true, format: 'cjs', platform: 'node', target: 'node20' });
}
