// @ts-check
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isMainProgram } from '../lib/isMainProgram.mjs';
import { projectRoot } from '../lib/projectRoot.mjs';
import { crossValidate } from './crossValidate.mjs';
import { examplesOf } from './examples.mjs';
import { fitLikeness } from './fitLikeness.mjs';
import { figuresAt, thresholdFor } from './figures.mjs';
import { loadCore } from './loadCore.mjs';
import { inNeedOfReserve } from './indexNames.mjs';
import { readEstablished, readLabelledNames, readListText, writeListText } from './nameData.mjs';
import { treesModule, weightsModule } from './writtenModules.mjs';

/**
 * @typedef {import('./loadCore.mjs').Core} Core
 * @typedef {import('../../src/core/names/nameList.ts').NameList} NameList
 * @typedef {import('./examples.mjs').Example} Example
 * @typedef {import('./crossValidate.mjs').HeldOut} HeldOut
 * @typedef {ReturnType<typeof fitLikeness>} Model
 */

const seeds = [1, 2, 3];
/** The part of each limit of false alarms that is used, so that other names stay below it as well. */
const USED = 0.87;
const SAMPLE = 100;

/** Fits the weights anew and writes them, with the established names that they would call suspicious, the figures of the cross-validation and a sample of it for the tests. A few minutes. */
async function fit() {
  const core = await loadCore();
  const labelled = (await readLabelledNames()).map(each => ({ ...each, name: core.normalizeName(each.name) }));
  const list = core.readNameList(await readListText());
  const established = await readEstablished();
  const examples = examplesOf(core, list, labelled, new Set(established));
  const names = core.likenessFeatures.map(([name]) => name);
  const runs = seeds.map(seed => crossValidate(core, examples, seed));
  const { threshold, figures } = measure(runs, countSources(labelled));
  console.log(JSON.stringify({ threshold, figures }, null, 2));
  const weights = weightsOf(fitLikeness(examples), threshold, names);
  const reported = new Set(labelled.filter(({ label }) => label === 1).map(({ name }) => name));
  const unreported = established.filter(name => !reported.has(name));
  await writeListText(core.nameListText({ ...list, established: inNeedOfReserve(core, unreported, list, weights) }));
  await writeText('src/core/names/likenessWeights.ts', weightsModule(weights));
  await writeText('src/core/names/likenessTrees.ts', treesModule(weights));
  await writeText('data/names/crossValidation.json', json({ folds: runs[0]?.models.length, seeds, used: USED, figures }));
  await writeText('test/fixtures/names/heldOut.json', json(sampleOf(core, list, runs[0], threshold, names)));
}

/**
 * @param {readonly ReturnType<typeof crossValidate>[]} runs
 * @param {ReadonlyMap<string, number>} sizes
 */
function measure(runs, sizes) {
  const sizesOfAll = new Map([...sizes].map(([source, count]) => [source, count * runs.length]));
  const threshold = thresholdFor(
    runs.flatMap(({ heldOut }) => heldOut),
    USED,
    sizesOfAll,
  );
  return { threshold, figures: runs.map(({ heldOut }) => figuresAt(heldOut, threshold, sizes)) };
}

/** @param {readonly import('./nameData.mjs').LabelledName[]} labelled */
function countSources(labelled) {
  const counts = new Map();
  for (const { label, source } of labelled) if (label === 0) counts.set(source, (counts.get(source) ?? 0) + 1);
  return counts;
}

/**
 * @param {Model} model
 * @param {number} threshold
 * @param {readonly string[]} names
 */
function weightsOf({ intercept, weights, trees }, threshold, names) {
  const features = Object.fromEntries(names.map((name, place) => [name, rounded(weights[place] ?? 0)]));
  return { intercept: rounded(intercept), threshold: rounded(threshold), features, trees };
}

/**
 * One fold's weights, and misspellings that its fit did not see with what it says of them.
 * @param {Core} core
 * @param {NameList} list
 * @param {ReturnType<typeof crossValidate> | undefined} run
 * @param {number} threshold
 * @param {readonly string[]} names of the features
 */
function sampleOf(core, list, run, threshold, names) {
  const [model] = run?.models ?? [];
  if (run === undefined || model === undefined) throw new Error('There is no fold.');
  const weights = weightsOf(model, threshold, names);
  const likeness = core.likenessBy(weights);
  const out = run.heldOut.filter(({ fold, example, target }) => fold === 0 && target !== null && example.kind === 'typo').slice(0, SAMPLE);
  const sample = out.map(({ example: { name } }) => {
    const pairs = core.namePairs(name, core.closeNames(name, list), list).map(pair => ({ target: pair.meant.name, score: likeness(pair) }));
    const [best] = pairs.sort((one, other) => other.score - one.score);
    return { name, target: best?.target, score: rounded(best?.score ?? 0) };
  });
  return { weights, names: sample };
}

/** @param {number} value */
function rounded(value) {
  return Number(value.toFixed(4));
}

/**
 * Lists of numbers on one line, as the formatter has them.
 * @param {unknown} value
 */
function json(value) {
  const text = JSON.stringify(value, null, 2).replace(/\[\s+([\d,\s]+?)\s+\]/g, (_, numbers) => `[${numbers.replace(/\s+/g, ' ')}]`);
  return `${text}\n`;
}

/**
 * @param {string} file
 * @param {string} text
 */
async function writeText(file, text) {
  const path = join(projectRoot, file);
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, text);
}

if (isMainProgram(import.meta.url)) await fit();
