// @ts-check
import { checkNode } from './lib/checkNode.mjs';
import { endChildren } from './lib/children.mjs';
import { createProgress } from './lib/progress.mjs';
import { serve } from './lib/serve.mjs';
import { startOptions } from './lib/startOptions.mjs';
import { untilAskedToStop } from './lib/untilAskedToStop.mjs';

const progress = createProgress();
/** @type {(() => unknown)[]} */
const cleanup = [];

process.exitCode = await main();
process.exit();

/** @returns {Promise<number>} */
async function main() {
  try {
    checkNode(process.versions.node);
    const options = startOptions(process.argv.slice(2));
    return await Promise.race([serve(options, progress, cleanup), untilAskedToStop().then(() => 0)]);
  } catch (fault) {
    process.stderr.write(`\n${fault instanceof Error ? fault.message : String(fault)}\n`);
    return 1;
  } finally {
    await endChildren();
    await Promise.allSettled(cleanup.map(undo => undo()));
  }
}
