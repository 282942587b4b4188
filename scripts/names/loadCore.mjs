// @ts-check
import { projectRoot } from '../lib/projectRoot.mjs';

/** @typedef {Awaited<ReturnType<typeof loadCore>>} Core */

/**
 * What the detector is made of, out of TypeScript: bundled in memory, for a Node that cannot read it by itself.
 * @returns {Promise<typeof import('../../src/core/names/nameList.ts') & typeof import('../../src/core/names/foldWords.ts') & typeof import('../../src/core/names/closeNames.ts')
 *   & typeof import('../../src/core/names/namePair.ts') & typeof import('../../src/core/names/likenessFeatures.ts') & typeof import('../../src/core/names/likenessModel.ts')
 *   & typeof import('../../src/core/names/likenessScore.ts')
 *   & typeof import('../../src/core/names/normalizeName.ts') & typeof import('../../src/core/names/nameVariant.ts')>}
 */
export async function loadCore() {
  const { build } = await import('esbuild');
  const parts = [
    'nameList',
    'foldWords',
    'closeNames',
    'namePair',
    'likenessFeatures',
    'likenessModel',
    'likenessScore',
    'normalizeName',
    'nameVariant',
  ];
  const { outputFiles } = await build({
    stdin: { contents: parts.map(part => `export * from './src/core/names/${part}.ts';`).join('\n'), resolveDir: projectRoot },
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0]?.contents ?? []).toString('base64')}`);
}
