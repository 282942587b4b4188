import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { HostName } from '../../../scripts/lib/hostReleases.mjs';
import { bundleHostTests } from './bundleHostTests.ts';
import { runHostTests } from './runHostTests.ts';

const HOSTS: readonly HostName[] = ['oldest', 'current'];

const root = process.cwd();
const bundle = join(root, 'node_modules', '.cache', 'countersign', 'hostTests.cjs');
await bundleHostTests(join(root, 'test', 'host'), bundle);

for (const host of HOSTS) {
  const results = await runHostTests({ host, bundle, extension: root, folder: join(root, 'test', 'fixtures', 'demo') });
  describe(host, () => {
    test('runs tests', () => expect(results).not.toEqual([]));
    for (const { title, error, isPending } of results) test.skipIf(isPending)(title, () => expect(error).toBeUndefined());
  });
}
