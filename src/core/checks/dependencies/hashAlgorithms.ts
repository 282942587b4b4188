import type { Requirement, WrittenHash } from '../../documents/requirement.ts';

/** Hexadecimal digits of the digests that installers accept for a hash check. */
const STRONG: ReadonlyMap<string, number> = new Map([
  ['sha256', 64],
  ['sha384', 96],
  ['sha512', 128],
]);
const WEAK: ReadonlySet<string> = new Set(['md5', 'sha1', 'sha224']);

export function isStrong(algorithm: string): boolean {
  return STRONG.has(algorithm);
}

export function isWeak(algorithm: string): boolean {
  return WEAK.has(algorithm);
}

/** Null where the digest can be one of its algorithm; else what is wrong with it, as a sentence's end. */
export function digestFault({ algorithm, digest }: WrittenHash): string | null {
  if (isWeak(algorithm)) return null;
  const length = STRONG.get(algorithm);
  if (length === undefined) return 'is of a kind that pip does not take';
  if (/[^0-9a-f]/i.test(digest)) return 'holds characters that are no hexadecimal digits';
  if (digest.length !== length) return `has ${digest.length} digits, but one of ${algorithm} has ${length}`;
  return null;
}

/** Behind `--hash` and in the fragment of its URL. */
export function writtenHashes({ hashes, reference }: Requirement): readonly WrittenHash[] {
  return reference === null ? hashes : [...hashes, ...reference.hashes];
}
