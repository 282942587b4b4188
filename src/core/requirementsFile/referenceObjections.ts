import type { DirectReference, Requirement } from '../documents/requirement.ts';
import { normalizeName } from '../names/normalizeName.ts';

const ARCHIVE = /\.(?:whl|zip|tar\.gz|tgz|tar|tar\.bz2|tbz|tar\.xz|txz|tar\.lz|tlz|tar\.lzma)$/i;

/** Why an installer would not take what a requirement points to, whatever its hash. */
export function whyRefused(requirement: Requirement, reference: DirectReference): string | null {
  if (reference.kind === 'vcs') return 'A checkout cannot be checked by hash.';
  const path = pathOf(reference.url);
  if (!ARCHIVE.test(path)) return 'It leads to no archive, by its name.';
  if (reference.kind === 'path') return whyLocalRefused(requirement, reference);
  return isOfAnother(requirement, path) ? 'Its name is not that of the wheel.' : null;
}

function whyLocalRefused(requirement: Requirement, reference: DirectReference): string | null {
  if (!isNamed(requirement)) return reference.hashes.length > 0 ? 'uv reads the hash as a part of the path: write it as --hash.' : null;
  if (!/@[ \t]*file:\/\//.test(requirement.raw)) return 'A path behind a name has to be written as file://.';
  return isOfAnother(requirement, pathOf(reference.url)) ? 'Its name is not that of the wheel.' : null;
}

/** Whether it is written with a name before the address (PEP 508). */
export function isNamed({ span, reference }: Requirement): boolean {
  return reference === null || span.start.line !== reference.span.start.line || span.start.character !== reference.span.start.character;
}

/** A wheel's name begins with the project's, up to the first hyphen (PEP 427). */
function isOfAnother({ name }: Requirement, path: string): boolean {
  const file = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
  return name !== null && /\.whl$/i.test(file) && normalizeName(file.slice(0, file.indexOf('-'))) !== name;
}

function pathOf(url: string): string {
  return url.split(/[?#]/, 1)[0] ?? '';
}
