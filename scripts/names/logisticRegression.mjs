// @ts-check

/**
 * @typedef {object} Row
 * @property {Float64Array} values
 * @property {0 | 1} label
 * @property {number} weight
 */

const STEPS = 12;
const ENOUGH = 1e-6;

/**
 * Weights of the features, by Newton's method on features of mean 0 and variance 1; `ridge` draws them to 0, the intercept not.
 * @param {readonly Row[]} rows
 * @param {number} ridge
 * @returns {{ intercept: number, weights: Float64Array }} for the features as they are
 */
export function fitLogistic(rows, ridge) {
  const scale = scaleOf(rows);
  const scaled = rows.map(({ values, label, weight }) => ({ values: scale.apply(values), label, weight }));
  const size = scale.width + 1;
  const solution = new Float64Array(size);
  for (let step = 0; step < STEPS; step++) {
    const { gradient, curvature } = slopes(scaled, solution, ridge);
    const move = solve(curvature, gradient);
    for (let place = 0; place < size; place++) solution[place] = at(solution, place) - at(move, place);
    if (Math.max(...move.map(Math.abs)) < ENOUGH) break;
  }
  return scale.undo(solution);
}

/**
 * The last number of scaled values stands for the intercept.
 * @param {readonly Row[]} rows
 */
function scaleOf(rows) {
  const width = rows[0]?.values.length ?? 0;
  const means = meansOf(
    rows.map(({ values }) => values),
    width,
  );
  const spreads = meansOf(
    rows.map(({ values }) => values.map((value, place) => (value - at(means, place)) ** 2)),
    width,
  );
  const deviations = spreads.map(spread => Math.sqrt(spread) || 1);
  return {
    width,
    apply: (/** @type {Float64Array} */ values) => {
      const scaled = new Float64Array(width + 1).fill(1);
      for (let place = 0; place < width; place++) scaled[place] = (at(values, place) - at(means, place)) / at(deviations, place);
      return scaled;
    },
    undo: (/** @type {Float64Array} */ solution) => {
      const weights = solution.slice(0, width).map((weight, place) => weight / at(deviations, place));
      return { intercept: at(solution, width) - dot(weights, means, width), weights };
    },
  };
}

/**
 * @param {readonly Float64Array[]} all
 * @param {number} width
 */
function meansOf(all, width) {
  const means = new Float64Array(width);
  for (const values of all) for (let place = 0; place < width; place++) means[place] = at(means, place) + at(values, place) / all.length;
  return means;
}

/**
 * @param {readonly Row[]} rows
 * @param {Float64Array} solution
 * @param {number} ridge
 */
function slopes(rows, solution, ridge) {
  const size = solution.length;
  const gradient = solution.map((weight, place) => (place === size - 1 ? 0 : ridge * weight));
  const curvature = Array.from({ length: size }, (_, place) =>
    new Float64Array(size).fill(place === size - 1 ? 1e-9 : ridge, place, place + 1),
  );
  for (const { values, label, weight } of rows) {
    const likely = 1 / (1 + Math.exp(-dot(values, solution, size)));
    const pull = weight * (likely - label);
    const bend = weight * likely * (1 - likely);
    for (const [place, line] of curvature.entries()) {
      const value = at(values, place);
      if (value === 0) continue;
      gradient[place] = at(gradient, place) + pull * value;
      for (let other = 0; other <= place; other++) line[other] = at(line, other) + bend * value * at(values, other);
    }
  }
  return { gradient, curvature };
}

/**
 * By Cholesky's decomposition; only the lower half of the matrix is read.
 * @param {readonly Float64Array[]} matrix symmetric and positive
 * @param {Float64Array} right
 */
function solve(matrix, right) {
  const root = decompose(matrix);
  const middle = new Float64Array(right.length);
  for (const [place, line] of root.entries()) middle[place] = (at(right, place) - dot(line, middle, place)) / at(line, place);
  const result = new Float64Array(right.length);
  for (const [place, line] of [...root.entries()].reverse()) {
    const beyond = root.reduce((sum, below, other) => (other > place ? sum + at(below, place) * at(result, other) : sum), 0);
    result[place] = (at(middle, place) - beyond) / at(line, place);
  }
  return result;
}

/** @param {readonly Float64Array[]} matrix */
function decompose(matrix) {
  /** @type {Float64Array[]} */
  const root = [];
  for (const [place, line] of matrix.entries()) {
    const made = new Float64Array(line.length);
    for (const [other, above] of root.entries()) made[other] = (at(line, other) - dot(made, above, other)) / at(above, other);
    made[place] = Math.sqrt(Math.max(at(line, place) - dot(made, made, place), 1e-12));
    root.push(made);
  }
  return root;
}

/**
 * @param {Float64Array} one
 * @param {Float64Array} other
 * @param {number} end
 */
function dot(one, other, end) {
  let sum = 0;
  for (let place = 0; place < end; place++) sum += at(one, place) * at(other, place);
  return sum;
}

/**
 * @param {Float64Array} values
 * @param {number} place
 */
function at(values, place) {
  return values[place] ?? 0;
}
