import { readdir } from 'node:fs/promises';
import { build } from 'esbuild';

/** One CommonJS file with every `*.test.ts` of a folder, as the extension host loads it: its export `run` runs them all. */
export async function bundleHostTests(folder: string, outfile: string): Promise<void> {
  const tests = (await readdir(folder)).filter(name => name.endsWith('.test.ts')).sort();
  if (tests.length === 0) throw new Error(`There is no *.test.ts in ${folder}.`);
  await build({
    stdin: { contents: entry(tests), resolveDir: folder, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node20',
    format: 'cjs',
    // Mocha finds its own parts at run time, from its place in node_modules.
    external: ['vscode', 'mocha'],
    sourcemap: 'inline',
    logLevel: 'warning',
  });
}

/** The suites are loaded one by one, once Mocha has put `describe` and `it` in place. */
function entry(tests: readonly string[]): string {
  const loaders = tests.map(name => `() => require(${JSON.stringify(`./${name}`)})`);
  return `import { runSuites } from './support/runSuites.ts';\nexport const run = () => runSuites([${loaders.join(', ')}]);\n`;
}
