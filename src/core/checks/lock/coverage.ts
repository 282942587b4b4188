import type { LockKind } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import type { LockDocument, LockedPackage } from '../../locks/lockDocument.ts';

/** Whether a lock that is installed from settles what the requirement leaves open. A script is installed on its own, so no lock of the project covers it. */
export function isCoveredByLock(requirement: Requirement, locks: readonly LockDocument[]): boolean {
  const kinds = coveringKinds(requirement);
  return locks.some(
    ({ kind, isSupported, packages }) =>
      isSupported && kinds.includes(kind) && packages.some(locked => locked.name === requirement.name && isSettled(locked)),
  );
}

const PROJECT_LOCKS: readonly LockKind[] = ['uv-lock', 'poetry-lock', 'pdm-lock', 'pylock'];

/** The kinds of locks that say what is installed for a requirement. Installers that take a requirements file pass by the project's lock; `pip lock` makes a pylock of one. */
export function coveringKinds({ role, syntax }: Requirement): readonly LockKind[] {
  if (role === 'script') return [];
  if (syntax === 'pipfile') return ['pipfile-lock'];
  return role === 'requirements' || role === 'input' ? ['pylock'] : PROJECT_LOCKS;
}

/** A checkout and a folder have no version, and are what they are. */
function isSettled({ version, source }: LockedPackage): boolean {
  return version !== null || source.kind !== 'registry';
}
