// @ts-check
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ensureDependencies } from './dependencies.mjs';
import { projectRoot } from './projectRoot.mjs';
import { stages } from './stages.mjs';
import { workingTree } from './workingTree.mjs';

/**
 * @typedef {import('./stages.mjs').Stage} Stage
 * @typedef {import('./stages.mjs').Tally} Tally
 */

/**
 * Runs the stages one after the other and adds up. A stage that fails stops none of the others, except where the build is broken
 * and there is nothing for them to try; a stage without a single test counts as a failure.
 * @param {import('./testOptions.mjs').TestOptions} options
 * @returns {Promise<Tally>}
 */
export async function runStages({ only, filters }) {
  const before = await workingTree(projectRoot);
  await ensureDependencies(projectRoot, say);
  const results = join(projectRoot, '.test-results');
  await mkdir(results, { recursive: true });
  const context = { root: projectRoot, results, vsix: join(results, 'countersign.vsix'), filters };
  const total = await runChosen(chosen(only), context);
  return before === undefined ? total : add(total, await timed(cleanTree(before), context));
}

/**
 * @param {readonly string[]} only
 * @returns {readonly Stage[]} with the build where a stage needs one
 */
function chosen(only) {
  if (only.length === 0) return stages;
  const needsBuild = stages.some(stage => only.includes(stage.name) && stage.needsBuild);
  return stages.filter(({ name }) => only.includes(name) || (needsBuild && name === 'build'));
}

/**
 * @param {readonly Stage[]} chosenStages
 * @param {import('./stages.mjs').StageContext} context
 */
async function runChosen(chosenStages, context) {
  let total = { passed: 0, failed: 0 };
  let isBroken = false;
  for (const stage of chosenStages) {
    /** @type {Tally} */
    const tally = isBroken && stage.needsBuild ? skipped(stage) : await timed(stage, context);
    isBroken ||= stage.name === 'build' && tally.failed > 0;
    total = add(total, tally);
  }
  return total;
}

/** @param {Stage} stage */
function skipped({ name }) {
  say(`\n── ${name}: not run, because the build is broken`);
  return { passed: 0, failed: 1 };
}

/**
 * @param {Stage} stage
 * @param {import('./stages.mjs').StageContext} context
 * @returns {Promise<Tally>}
 */
async function timed({ name, title, run }, context) {
  say(`\n── ${name}: ${title}`);
  const start = performance.now();
  const { passed, failed } = await run(context).catch(broken);
  const isEmpty = passed + failed === 0;
  say(
    `── ${name}: ${isEmpty ? 'ran no test' : `${passed} passed, ${failed} failed`} (${((performance.now() - start) / 1000).toFixed(1)} s)`,
  );
  return isEmpty ? { passed, failed: 1 } : { passed, failed };
}

/**
 * @param {unknown} fault
 * @returns {Tally}
 */
function broken(fault) {
  say(fault instanceof Error ? fault.message : String(fault));
  return { passed: 0, failed: 1 };
}

/**
 * @param {string} before
 * @returns {Stage}
 */
function cleanTree(before) {
  return { name: 'clean', title: 'the run has left the working tree as it was', run };

  /** @type {Stage['run']} */
  async function run({ root }) {
    const after = await workingTree(root);
    if (after === before) return { passed: 1, failed: 0 };
    say(`before:\n${before}after:\n${after}`);
    return { passed: 0, failed: 1 };
  }
}

/**
 * @param {Tally} one
 * @param {Tally} other
 */
function add(one, other) {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed };
}

/** @param {string} line */
function say(line) {
  process.stdout.write(`${line}\n`);
}
