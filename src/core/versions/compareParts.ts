import type { VersionParts } from './versionParts.ts';

/** Negative, zero or positive: the order of PEP 440, exact for numbers of any length. */
export function compareParts(one: VersionParts, other: VersionParts): number {
  return comparePublic(one, other) || compareLocal(one.local, other.local);
}

/** The same without the parts after `+`. */
export function comparePublic(one: VersionParts, other: VersionParts): number {
  return (
    compareDigits(one.epoch, other.epoch) ||
    compareRelease(one.release, other.release) ||
    preRank(one) - preRank(other) ||
    compareDigits(one.pre?.number ?? '0', other.pre?.number ?? '0') ||
    Number(one.post !== null) - Number(other.post !== null) ||
    compareDigits(one.post ?? '0', other.post ?? '0') ||
    Number(one.dev === null) - Number(other.dev === null) ||
    compareDigits(one.dev ?? '0', other.dev ?? '0')
  );
}

/** Releases of different lengths compare as if the shorter one went on with zeros. */
export function compareRelease(one: readonly string[], other: readonly string[]): number {
  const length = Math.max(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const order = compareDigits(one[index] ?? '0', other[index] ?? '0');
    if (order !== 0) return order;
  }
  return 0;
}

/** A development release of a final one comes before its alphas; a final release after its candidates. */
function preRank({ pre, post, dev }: VersionParts): number {
  if (pre !== null) return ['a', 'b', 'rc'].indexOf(pre.letter);
  return post === null && dev !== null ? -1 : 3;
}

/** Without a local part comes first; words come before numbers; the shorter of two that begin alike comes first. */
function compareLocal(one: readonly string[] | null, other: readonly string[] | null): number {
  if (one === null || other === null) return Number(one !== null) - Number(other !== null);
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const order = compareSegment(one[index] ?? '', other[index] ?? '');
    if (order !== 0) return order;
  }
  return one.length - other.length;
}

function compareSegment(one: string, other: string): number {
  const isNumber = /^[0-9]+$/.test(one);
  if (isNumber !== /^[0-9]+$/.test(other)) return isNumber ? 1 : -1;
  return isNumber ? compareDigits(one, other) : compareText(one, other);
}

/** Of two numbers without leading zeros the longer is the greater. */
function compareDigits(one: string, other: string): number {
  return one.length - other.length || compareText(one, other);
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
