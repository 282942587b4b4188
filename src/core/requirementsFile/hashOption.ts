import type { WrittenHash } from '../documents/requirement.ts';
import { quoted } from '../requirements/syntaxProblem.ts';

/** Strong ones, and those that the rule on weak hashes speaks of. */
const ALGORITHMS: ReadonlySet<string> = new Set(['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512']);

/** Reads the value of `--hash`: an algorithm as pip spells it, a colon, a digest. The digest is judged by others. */
export function readHash(value: string): Omit<WrittenHash, 'span'> | { readonly message: string } {
  const colon = value.indexOf(':');
  if (colon < 0) return { message: `${quoted(value)} is no hash: write sha256, a colon, and the digest.` };
  const algorithm = value.slice(0, colon);
  if (ALGORITHMS.has(algorithm)) return { algorithm, digest: value.slice(colon + 1) };
  return { message: `pip takes no hash of the kind ${quoted(algorithm)}: use sha256, sha384 or sha512, in lower case.` };
}
