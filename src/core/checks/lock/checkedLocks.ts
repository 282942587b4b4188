import type { LockDocument, LockedPackage } from '../../locks/lockDocument.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Finding } from '../check.ts';

/** A lock of a format that is not known yet is not checked. One that tells no format is: a fault in it is a fault all the same. */
export function isChecked({ isSupported, formatVersion }: LockDocument): boolean {
  return isSupported || formatVersion === null;
}

/** What a rule says of single packages, each at its name in its lock. Null: nothing. */
export function* findingsOnPackages(
  locks: readonly LockDocument[],
  messageFor: (locked: LockedPackage, lock: LockDocument) => string | null,
): Iterable<Finding> {
  for (const lock of locks.filter(isChecked)) {
    for (const locked of lock.packages) {
      const message = messageFor(locked, lock);
      if (message !== null) yield { message, file: lock.file, span: locked.span, package: locked.name };
    }
  }
}

/** `click 8.5.1`, to be shown. */
export function titleOf({ name, version, looseVersion }: LockedPackage): string {
  const written = version ?? looseVersion;
  return visibleText(written === undefined ? name : `${name} ${written}`);
}
