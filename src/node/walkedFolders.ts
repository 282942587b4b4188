/** Environments, caches, what a build made, what others wrote, and samples that are wrong on purpose. */
const LEFT_OUT = new Set([
  'node_modules',
  '__pycache__',
  'venv',
  'env',
  'site-packages',
  'build',
  'dist',
  'vendor',
  '_vendor',
  'vendored',
  'third_party',
  'fixtures',
  'testdata',
  'test-data',
  'test_data',
  'snapshots',
  'templates',
  'examples',
  'samples',
]);
const TESTS = new Set(['tests', 'test', 'testing']);

/**
 * Whether a search for projects and their files enters a folder. `inside` is the name of the folder that holds it: below
 * a folder of tests lie samples, so that only its own files and its `requirements` count.
 */
export function isWalked(name: string, inside: string): boolean {
  if (name.startsWith('.') || name.includes('{{') || LEFT_OUT.has(name)) return false;
  return !TESTS.has(inside) || name === 'requirements';
}
