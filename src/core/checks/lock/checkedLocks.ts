import type { LockDocument, LockedPackage } from '../../locks/lockDocument.ts';
import type { Span } from '../../text/span.ts';
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

/** Of what may be missing from a package: nothing where the lock is broken within it, since more may have stood there. */
export function findingsOnWholePackages(
  locks: readonly LockDocument[],
  messageFor: (locked: LockedPackage) => string | null,
): Iterable<Finding> {
  const broken = new Set(locks.flatMap(brokenPackages));
  return findingsOnPackages(locks, locked => (broken.has(locked) ? null : messageFor(locked)));
}

/** The last package that starts before each problem. Both stand in the order of the text, so one pass is enough. */
function brokenPackages({ packages, problems }: LockDocument): readonly LockedPackage[] {
  let next = 0;
  return problems.flatMap(({ range }) => {
    while (startsBefore(packages[next], range.end)) next += 1;
    return packages[next - 1] ?? [];
  });
}

function startsBefore(locked: LockedPackage | undefined, end: Span['end']): boolean {
  return locked !== undefined && isBefore(locked.span.start, end);
}

function isBefore(one: Span['start'], other: Span['start']): boolean {
  return one.line < other.line || (one.line === other.line && one.character < other.character);
}

/** `click 8.5.1`, to be shown. */
export function titleOf({ name, version, looseVersion }: LockedPackage): string {
  const written = version ?? looseVersion;
  return visibleText(written === undefined ? name : `${name} ${written}`);
}
