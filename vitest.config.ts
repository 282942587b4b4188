import { readFileSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

const SECOND = 1000;

/** One project a kind of test; `vitest run --project unit` runs one of them. */
export default defineConfig({
  define: { __VERSION__: JSON.stringify(version) },
  test: {
    maxWorkers: 2,
    minWorkers: 1,
    projects: [
      { extends: true, test: { name: 'unit', include: ['test/unit/**/*.test.ts'] } },
      { extends: true, test: { name: 'laws', include: ['test/laws/**/*.test.ts'] } },
      {
        extends: true,
        test: { name: 'contract', include: ['test/contract/**/*.test.ts'], testTimeout: 60 * SECOND, hookTimeout: 60 * SECOND },
      },
      {
        extends: true,
        test: { name: 'proofs', include: ['test/proofs/**/*.test.ts'], testTimeout: 3600 * SECOND, hookTimeout: 600 * SECOND },
      },
      {
        extends: true,
        test: {
          name: 'host',
          include: ['test/host/**/*.spec.ts'],
          testTimeout: 300 * SECOND,
          hookTimeout: 300 * SECOND,
          pool: 'forks',
          poolOptions: { forks: { singleFork: true } },
        },
      },
      {
        extends: true,
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 300 * SECOND,
          hookTimeout: 300 * SECOND,
          pool: 'forks',
          poolOptions: { forks: { singleFork: true } },
        },
      },
    ],
  },
});
