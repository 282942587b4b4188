import { normalizeName } from '../../names/normalizeName.ts';
import type { LockDocument, LockedPackage } from '../../locks/lockDocument.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Check, Facts } from '../check.ts';
import { findingsOnPackages, titleOf } from './checkedLocks.ts';

const PATHS: readonly LockedPackage['source']['kind'][] = ['file', 'directory', 'editable', 'virtual'];

export const lockPath: Check<'document' | 'lock'> = {
  id: 'lock/path',
  title: 'No package in the lock is taken from a folder or a file',
  severity: { library: 'off', application: 'info' },
  severityAtRelease: { library: 'off', application: 'warning' },
  documentation: {
    what: 'A package in a lock that is taken from a folder or a file. The project itself and the members of its workspace are left alone, but in a pylock.toml, which is for installing.',
    why: 'Elsewhere the folder may be missing or hold something else, and no hash says what was meant. pip refuses folders in files that are checked by hashes.',
    mend: 'Take a release from an index. A pylock.toml or a requirements file is exported without the project by uv export --no-emit-project.',
    sources: ['https://peps.python.org/pep-0751/', "uv's documentation: Exporting a lockfile"],
  },
  needs: ['document', 'lock'],
  run({ document, lock }) {
    return findingsOnPackages(lock, (locked, { kind, members = [] }) => {
      if (!PATHS.includes(locked.source.kind)) return null;
      if (!isOwn(locked, document, members))
        return `${titleOf(locked)} is taken from ${placeOf(locked)}: elsewhere that may be missing or hold something else, and no hash tells.`;
      return kind === 'pylock' ? `${titleOf(locked)} is the project itself, which pip cannot check by a hash. Export without it.` : null;
    });
  },
};

function isOwn({ name, source }: LockedPackage, { pyproject }: Facts['document'], members: NonNullable<LockDocument['members']>): boolean {
  const isHere = source.url === null || /^(?:\.\/?|)$/.test(source.url);
  return isHere || members.includes(name) || normalizeName(pyproject?.facts.name ?? '') === name;
}

function placeOf({ source }: LockedPackage): string {
  return `the ${source.kind === 'file' ? 'file' : 'folder'} "${visibleText(source.url ?? '')}"`;
}
