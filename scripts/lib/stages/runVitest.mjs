// @ts-check
import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { runVisibly } from '../runVisibly.mjs';

/**
 * One project of vitest. A file that could not even be read counts as a failed test, and so does an error outside of any test.
 * @param {string} project
 * @returns {import('../stages.mjs').Stage['run']}
 */
export function runVitest(project) {
  return async ({ root, results, vsix, filters }) => {
    const report = join(results, `${project}.json`);
    await rm(report, { force: true });
    const vitest = join(root, 'node_modules', 'vitest', 'vitest.mjs');
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
    const env = { ...process.env, COUNTERSIGN_VSIX: vsix };
    const { code } = await runVisibly(process.execPath, [vitest, 'run', '--project', project, ...reporters, ...filters], {
      cwd: root,
      env,
    });
    const { passed, failed } = await counted(report);
    return { passed, failed: code !== 0 && failed === 0 ? 1 : failed };
  };
}

/**
 * @param {string} report
 * @returns {Promise<import('../stages.mjs').Tally>}
 */
async function counted(report) {
  const { numPassedTests = 0, numFailedTests = 0, testResults = [] } = JSON.parse(await readFile(report, 'utf8').catch(() => '{}'));
  const unread = testResults.filter(
    (/** @type {{ status: string, assertionResults: unknown[] }} */ file) => file.status === 'failed' && file.assertionResults.length === 0,
  );
  return { passed: numPassedTests, failed: numFailedTests + unread.length };
}
