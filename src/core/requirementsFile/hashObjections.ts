import type { Requirement, WrittenHash } from '../documents/requirement.ts';

/** Digits of a digest in hexadecimal, of the algorithms that every installer takes. */
const LENGTHS: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);

/** Why an installer would not be content with a requirement's hashes; whether they are the right ones only an index knows. */
export function whyUnhashed({ hashes, reference }: Requirement): string | null {
  const [inUrl] = reference?.hashes ?? [];
  if (hashes.length === 0 && inUrl === undefined) return 'It has no hash.';
  if (!hashes.every(isWhole)) return 'One of its hashes is weak or malformed.';
  if (hashes.length === 0)
    return inUrl !== undefined && isWhole(inUrl) && isLowerCase(inUrl) ? null : 'The hash in its URL is weak or malformed.';
  if (!hashes.some(isLowerCase)) return 'pip 24 wants digests in lower case.';
  return inUrl === undefined || isAmong(inUrl, hashes) ? null : 'Its options contradict the hash in its URL.';
}

/** Whether pip takes an option with such a hash. */
export function isStrong({ algorithm }: WrittenHash): boolean {
  return LENGTHS.has(algorithm);
}

function isWhole({ algorithm, digest }: WrittenHash): boolean {
  return digest.length === LENGTHS.get(algorithm) && /^[0-9a-f]+$/i.test(digest);
}

/** pip 24 compares digests as text. */
function isLowerCase({ digest }: WrittenHash): boolean {
  return digest === digest.toLowerCase();
}

function isAmong(inUrl: WrittenHash, hashes: readonly WrittenHash[]): boolean {
  const alike = hashes.filter(({ algorithm }) => algorithm === inUrl.algorithm);
  return alike.length === 0 || alike.some(({ digest }) => digest === inUrl.digest);
}
