// @ts-check

/** @typedef {{ readonly codes: readonly Uint8Array[], readonly edges: readonly (readonly number[])[] }} Binned */

export const BINS = 32;

/**
 * Each feature's values as the number of the bin that they fall into, all about equally full; `edges` are the greatest values of the bins.
 * @param {readonly Float64Array[]} rows
 * @returns {Binned}
 */
export function binFeatures(rows) {
  const columns = Array.from(rows[0] ?? [], (_, feature) => Float64Array.from(rows, values => values[feature] ?? 0));
  const edges = columns.map(edgesOf);
  return { edges, codes: columns.map((column, feature) => Uint8Array.from(column, value => binOf(value, edges[feature] ?? []))) };
}

/** @param {Float64Array} column */
function edgesOf(column) {
  const sorted = column.toSorted();
  const every = sorted.length / BINS;
  return [...new Set(Array.from({ length: BINS - 1 }, (_, bin) => rounded(sorted[Math.floor((bin + 1) * every)] ?? 0)))];
}

/**
 * @param {number} value
 * @param {readonly number[]} edges
 */
function binOf(value, edges) {
  const bin = edges.findIndex(edge => value <= edge);
  return bin < 0 ? edges.length : bin;
}

/** @param {number} value */
function rounded(value) {
  return Number(value.toFixed(4));
}
