// @ts-check

/** @typedef {import('./crossValidate.mjs').HeldOut} HeldOut */

/** How many of a hundred legitimate names may be called suspicious, by how they were drawn. */
export const limits = new Map([
  ['new', 1],
  ['tail', 1.2],
  ['rand', 0.5],
  ['fresh', 0.35],
]);

/**
 * Recall and false alarms, in per cent, where the names are told apart at the threshold.
 * @param {readonly HeldOut[]} heldOut
 * @param {number} threshold
 * @param {ReadonlyMap<string, number>} sizes of the legitimate names, those of the list included
 */
export function figuresAt(heldOut, threshold, sizes) {
  const isHit = (/** @type {HeldOut} */ each) => each.score >= threshold || each.example.variant !== null;
  const of = (/** @type {(each: HeldOut['example']) => boolean} */ isMeant) =>
    heldOut.filter(({ example }) => example.label === 1 && isMeant(example));
  const typos = of(({ kind, targetInList }) => kind === 'typo' && targetInList === true);
  const hits = typos.filter(isHit);
  return {
    recall: share(typos, isHit),
    meanPerTarget: meanPerTarget(typos, isHit),
    published: share(
      typos.filter(({ example }) => example.source !== 'malreg'),
      isHit,
    ),
    rightTarget: share(hits, ({ score, target, example }) => (score >= threshold ? target : example.variant) === example.target),
    shortTargets: share(
      typos.filter(({ example }) => (example.target ?? '').length <= 5),
      isHit,
    ),
    wordOrder: share(
      of(({ kind }) => kind === 'token'),
      isHit,
    ),
    lures: share(
      of(({ kind }) => kind === 'combo'),
      isHit,
    ),
    falseAlarms: Object.fromEntries(
      [...limits.keys()].map(source => [
        source,
        percent(
          heldOut.filter(each => each.example.label === 0 && each.example.source === source && isHit(each)).length,
          sizes.get(source) ?? 0,
        ),
      ]),
    ),
  };
}

/**
 * The least threshold that keeps each kind of false alarm within the part of its limit that is used.
 * @param {readonly HeldOut[]} heldOut of one division, or of several
 * @param {number} used 0.8: four fifths
 * @param {ReadonlyMap<string, number>} sizes of the legitimate names, in all those divisions
 */
export function thresholdFor(heldOut, used, sizes) {
  const thresholds = [...limits].map(([source, limit]) => {
    const names = heldOut.filter(({ example }) => example.label === 0 && example.source === source);
    const anyway = names.filter(({ example }) => example.variant !== null).length;
    const scores = names.filter(({ example }) => example.variant === null).map(({ score }) => score);
    const allowed = Math.max(0, Math.floor(((sizes.get(source) ?? 0) * limit * used) / 100) - anyway);
    return (scores.sort((one, other) => other - one)[allowed] ?? -Infinity) + 1e-6;
  });
  return Math.max(...thresholds);
}

/**
 * @param {readonly HeldOut[]} typos
 * @param {(each: HeldOut) => boolean} isHit
 */
function meanPerTarget(typos, isHit) {
  const targets = new Set(typos.map(({ example }) => example.target));
  const shares = [...targets].map(target =>
    share(
      typos.filter(({ example }) => example.target === target),
      isHit,
    ),
  );
  return round(shares.reduce((sum, each) => sum + each, 0) / shares.length);
}

/**
 * @param {readonly HeldOut[]} all
 * @param {(each: HeldOut) => boolean} isHit
 */
function share(all, isHit) {
  return percent(all.filter(isHit).length, all.length);
}

/**
 * @param {number} part
 * @param {number} whole
 */
function percent(part, whole) {
  return whole === 0 ? 0 : round((100 * part) / whole);
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}
