// @ts-check
import { BINS } from './binFeatures.mjs';

/**
 * @typedef {import('../../src/core/names/likenessScore.ts').Tree} Tree
 * @typedef {import('./binFeatures.mjs').Binned} Binned
 * @typedef {{ readonly slopes: Float64Array, readonly bends: Float64Array }} Slopes
 * @typedef {{ readonly gain: number, readonly feature: number, readonly bin: number }} Split
 * @typedef {{ readonly places: readonly number[], readonly value: number, readonly split: Split | null }} Leaf
 * @typedef {{ readonly binned: Binned, readonly slopes: Slopes, readonly features: readonly number[] }} Ground
 */

const LEAVES = 5;
const RIDGE = 5;
const FEWEST_ROWS = 20;
const LEAST_BEND = 1e-3;

/**
 * Grows one tree, always where it gains most.
 * @param {Binned} binned
 * @param {Slopes} slopes
 * @param {readonly number[]} features those it may use
 */
export function growTree(binned, slopes, features) {
  const ground = { binned, slopes, features };
  const root = leafOf([...slopes.slopes.keys()], ground);
  const branches = new Map();
  let leaves = [root];
  while (leaves.length < LEAVES) {
    const best = leaves.reduce((one, other) => ((other.split?.gain ?? 0) > (one.split?.gain ?? 0) ? other : one));
    if (best.split === null) break;
    const parts = partsOf(best.places, best.split, binned).map(places => leafOf(places, ground));
    branches.set(best, parts);
    leaves = [...leaves.filter(leaf => leaf !== best), ...parts];
  }
  return { leaves, treeOf: (/** @type {number} */ share) => toTree(root, branches, binned, share) };
}

/**
 * @param {readonly number[]} places
 * @param {Ground} ground
 * @returns {Leaf}
 */
function leafOf(places, ground) {
  const { slopes, bends } = ground.slopes;
  const [slope, bend] = [total(places, slopes), total(places, bends)];
  const splits = ground.features.map(feature => bestSplit(feature, places, ground, slope, bend));
  const split = splits.reduce((best, each) => (each.gain > best.gain ? each : best), { gain: 0, feature: 0, bin: 0 });
  return { places, value: -slope / (bend + RIDGE), split: split.gain > 0 ? split : null };
}

/**
 * @param {number} feature
 * @param {readonly number[]} places
 * @param {Ground} ground
 * @param {number} slope of all
 * @param {number} bend of all
 * @returns {Split}
 */
function bestSplit(feature, places, { binned, slopes: { slopes, bends } }, slope, bend) {
  const bins = new Float64Array(3 * BINS);
  const codes = binned.codes[feature] ?? new Uint8Array();
  for (const place of places) {
    const bin = 3 * (codes[place] ?? 0);
    bins[bin] = (bins[bin] ?? 0) + 1;
    bins[bin + 1] = (bins[bin + 1] ?? 0) + (slopes[place] ?? 0);
    bins[bin + 2] = (bins[bin + 2] ?? 0) + (bends[place] ?? 0);
  }
  let [count, below, belowBend, best] = [0, 0, 0, { gain: 0, feature, bin: 0 }];
  for (let bin = 0; bin < BINS - 1; bin++) {
    count += bins[3 * bin] ?? 0;
    below += bins[3 * bin + 1] ?? 0;
    belowBend += bins[3 * bin + 2] ?? 0;
    if (Math.min(count, places.length - count) < FEWEST_ROWS || Math.min(belowBend, bend - belowBend) < LEAST_BEND) continue;
    const gain = worth(below, belowBend) + worth(slope - below, bend - belowBend) - worth(slope, bend);
    if (gain > best.gain) best = { gain, feature, bin };
  }
  return best;
}

/**
 * @param {number} slope
 * @param {number} bend
 */
function worth(slope, bend) {
  return slope ** 2 / (bend + RIDGE);
}

/**
 * @param {readonly number[]} places
 * @param {Split} split
 * @param {Binned} binned
 */
function partsOf(places, { feature, bin }, { codes }) {
  const isBelow = (/** @type {number} */ place) => (codes[feature]?.[place] ?? 0) <= bin;
  return [places.filter(isBelow), places.filter(place => !isBelow(place))];
}

/**
 * @param {Leaf} leaf
 * @param {ReadonlyMap<Leaf, readonly Leaf[]>} branches
 * @param {Binned} binned
 * @param {number} share
 * @returns {Tree}
 */
function toTree(leaf, branches, binned, share) {
  const [below, above] = branches.get(leaf) ?? [];
  if (!below || !above || leaf.split === null) return Number((leaf.value * share).toFixed(4));
  const most = binned.edges[leaf.split.feature]?.[leaf.split.bin] ?? 0;
  return [leaf.split.feature, most, toTree(below, branches, binned, share), toTree(above, branches, binned, share)];
}

/**
 * @param {readonly number[]} places
 * @param {Float64Array} values
 */
function total(places, values) {
  return places.reduce((sum, place) => sum + (values[place] ?? 0), 0);
}
