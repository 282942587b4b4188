import { normalizeName } from '../names/normalizeName.ts';
import { parseVersion } from '../versions/version.ts';

const ENDINGS = [
  '.whl',
  '.tar.gz',
  '.tar.bz2',
  '.tar.xz',
  '.tar.Z',
  '.tar',
  '.tgz',
  '.zip',
  '.egg',
  '.exe',
  '.msi',
  '.rpm',
  '.dmg',
  '.deb',
];
/** Behind the version in the names of eggs and of Windows' and other installers of old. */
const PLATFORM = /(?:-py[0-9]|-[0-9]+\.[^-]*$|\.(?:win|linux|macosx|src|noarch|x86_64|i[3-6]86)).*$/;

/** The version that a file of a project is of, by its name, also for kinds of files that no index takes any more; null where the name does not tell. */
export function fileVersion(filename: string, project: string, isVersion: (text: string) => boolean = isPlainVersion): string | null {
  const ending = ENDINGS.find(each => filename.endsWith(each));
  if (ending === undefined) return null;
  const stem = filename.slice(0, -ending.length);
  const versions = ending === '.whl' ? [stem.split('-')[1] ?? ''] : versionsBehind(stem, project);
  return versions.find(isVersion) ?? null;
}

/** Names have hyphens of their own, so the project's name ends where it is complete. */
function versionsBehind(stem: string, project: string): readonly string[] {
  for (let hyphen = stem.indexOf('-'); hyphen >= 0; hyphen = stem.indexOf('-', hyphen + 1)) {
    if (normalizeName(stem.slice(0, hyphen)) !== project) continue;
    const rest = stem.slice(hyphen + 1);
    return [rest, rest.replace(PLATFORM, '')];
  }
  return [];
}

/** Whether a text from an index is a version and nothing else, so that it may be written into a file. */
export function isPlainVersion(text: string): boolean {
  return text.length <= 200 && /^[A-Za-z0-9.!+_-]+$/.test(text) && parseVersion(text) !== null;
}
