import { isValidName, normalizeName } from '../names/normalizeName.ts';
import { visibleText } from '../text/visibleText.ts';
import { parseVersion } from '../versions/version.ts';

/** What the name of a release's file says. */
export interface ArtifactFilename {
  readonly kind: 'sdist' | 'wheel';
  /** PEP 503 normalised. */
  readonly project: string;
  /** PEP 440 normalised. */
  readonly version: string;
  /** The spelling that PyPI insists on; mostly the name as it is. */
  readonly canonical: string;
}

/** PyPI keeps a wheel's metadata under its name with `.metadata` behind it, and a file system takes 255 bytes. */
const LONGEST = 255 - '.metadata'.length;
const KNOWN_CHARACTERS = /^[A-Za-z0-9._+!-]+$/;

/** Reads a name as PyPI does: a wheel's (PEP 427, PEP 491) or an sdist's (PEP 625). */
export function parseArtifactFilename(filename: string): ArtifactFilename | { readonly problem: string } {
  const problem = whyNoArtifact(filename);
  if (problem !== null) return { problem: `${visibleText(filename)} ${problem}` };
  return filename.endsWith('.whl') ? parseWheel(filename) : parseSdist(filename);
}

function whyNoArtifact(filename: string): string | null {
  if (filename.endsWith('.zip')) return 'is a ZIP archive: PyPI takes source distributions as .tar.gz only (PEP 625).';
  if (!/\.(?:whl|tar\.gz)$/.test(filename))
    return 'is neither a wheel (.whl) nor a source distribution (.tar.gz); PyPI takes nothing else.';
  if (!KNOWN_CHARACTERS.test(filename)) return 'has characters in its name that no name of a wheel or source distribution has.';
  if (filename.length > LONGEST) return `has a name of ${filename.length} characters; PyPI takes ${LONGEST} at most.`;
  return null;
}

/** Name, version, an optional build tag that starts with a digit, then the tags for Python, ABI and platform. */
function parseWheel(filename: string): ArtifactFilename | { readonly problem: string } {
  const parts = filename.slice(0, -'.whl'.length).split('-');
  if (parts.length !== 5 && parts.length !== 6)
    return { problem: `${filename} is no wheel's name: it has ${parts.length} parts between hyphens, not 5 or 6.` };
  const [name = '', version = '', ...rest] = parts;
  const [build] = rest.length === 4 ? rest : [];
  if (build !== undefined && !/^[0-9]/.test(build))
    return { problem: `${filename} is no wheel's name: the build tag "${build}" does not start with a digit.` };
  if (!rest.slice(-3).every(isTagSet)) return { problem: `${filename} is no wheel's name: a tag for Python, ABI or platform is not one.` };
  return parsed(filename, 'wheel', name, version, project => `${project}-${[version, ...rest].join('-')}.whl`);
}

/** One tag, or several joined with dots (PEP 425, compressed tag sets). */
function isTagSet(tags: string): boolean {
  return tags.split('.').every(tag => /^[A-Za-z0-9_]+$/.test(tag));
}

/** The version stands behind the last hyphen; older names have hyphens of their own before it. */
function parseSdist(filename: string): ArtifactFilename | { readonly problem: string } {
  const stem = filename.slice(0, -'.tar.gz'.length);
  const hyphen = stem.lastIndexOf('-');
  if (hyphen < 0) return { problem: `${filename} is no source distribution's name: there is no hyphen before a version.` };
  return parsed(filename, 'sdist', stem.slice(0, hyphen), stem.slice(hyphen + 1), (project, version) => `${project}-${version}.tar.gz`);
}

/** `spell` puts name and version together again, with an underscore for each hyphen (PEP 491, escaping). */
function parsed(
  filename: string,
  kind: 'sdist' | 'wheel',
  name: string,
  version: string,
  spell: (project: string, version: string) => string,
): ArtifactFilename | { readonly problem: string } {
  if (!isValidName(name) || (kind === 'wheel' && name.includes('__')))
    return { problem: `${filename}: "${name}" is no name of a project.` };
  const parsedVersion = parseVersion(version);
  if (parsedVersion === null) return { problem: `${filename}: "${version}" is no version (PEP 440).` };
  const project = normalizeName(name);
  return { kind, project, version: parsedVersion.normalized, canonical: spell(project.replaceAll('-', '_'), parsedVersion.normalized) };
}
