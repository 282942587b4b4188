import type { LockKind } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import type { LockDocument, LockedPackage } from '../../locks/lockDocument.ts';
import { isChecked } from './checkedLocks.ts';

/** Whether a lock that is installed from settles what the requirement leaves open. A script is installed on its own, so no lock of the project covers it. */
export function isCoveredByLock(requirement: Requirement, locks: readonly LockDocument[]): boolean {
  const kinds = coveringKinds(requirement);
  return locks
    .filter(({ kind }) => kinds.includes(kind))
    .some(
      lock => mayHoldAnything(lock, requirement) || lock.packages.some(locked => locked.name === requirement.name && isSettled(locked)),
    );
}

/** Of a lock that is too new or broken to be known nobody can say that it leaves something open; what has to be said of it is said there. One in a folder below belongs to something else. */
function mayHoldAnything(lock: LockDocument, { file }: Requirement): boolean {
  const isUnknown = !isChecked(lock) || lock.problems.length > 0;
  return isUnknown && file.startsWith(lock.file.slice(0, lock.file.lastIndexOf('/') + 1));
}

const PROJECT_LOCKS: readonly LockKind[] = ['uv-lock', 'poetry-lock', 'pdm-lock', 'pylock'];

/** The kinds of locks that say what is installed for a requirement. Installers that take a requirements file pass by the project's lock; `pip lock` makes a pylock of one. */
export function coveringKinds({ role, syntax }: Requirement): readonly LockKind[] {
  if (role === 'script') return [];
  if (syntax === 'pipfile') return ['pipfile-lock'];
  return role === 'requirements' || role === 'input' ? ['pylock'] : PROJECT_LOCKS;
}

/** A folder and a commit have no version, and are what they are. */
function isSettled({ version, source }: LockedPackage): boolean {
  if (source.kind === 'registry') return version !== null;
  return source.kind !== 'vcs' || source.commit !== null;
}
