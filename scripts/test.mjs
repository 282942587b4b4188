// @ts-check
import { checkNode } from './lib/checkNode.mjs';
import { endChildren } from './lib/children.mjs';
import { runStages } from './lib/runStages.mjs';
import { testOptions } from './lib/testOptions.mjs';
import { untilAskedToStop } from './lib/untilAskedToStop.mjs';

process.exitCode = await main();
process.exit();

/** @returns {Promise<number>} */
async function main() {
  try {
    checkNode(process.versions.node);
    const options = testOptions(process.argv.slice(2));
    return await Promise.race([tested(options), untilAskedToStop().then(() => 130)]);
  } catch (fault) {
    process.stderr.write(`\n${fault instanceof Error ? fault.message : String(fault)}\n`);
    return 1;
  } finally {
    await endChildren();
  }
}

/** @param {import('./lib/testOptions.mjs').TestOptions} options */
async function tested(options) {
  const { passed, failed } = await runStages(options);
  process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
  return failed === 0 ? 0 : 1;
}
