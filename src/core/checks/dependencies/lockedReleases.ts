import type { LockDocument, LockedPackage } from '../../locks/lockDocument.ts';
import { compareVersions, parseVersion } from '../../versions/version.ts';

/** By normalised name, the releases that the project's locks hold, each once, oldest first. */
export type LockedReleases = ReadonlyMap<string, readonly string[]>;

export function lockedReleases(locks: readonly LockDocument[]): LockedReleases {
  const byName = new Map<string, Map<string, string>>();
  for (const locked of locks.flatMap(({ packages }) => packages.filter(isRelease))) {
    const version = parseVersion(locked.version ?? '');
    if (version === null) continue;
    const known = byName.get(locked.name) ?? new Map<string, string>();
    byName.set(locked.name, known.set(version.canonical, version.normalized));
  }
  return new Map([...byName].map(([name, versions]) => [name, [...versions.values()].sort(compareVersions)]));
}

/** The one version that the locks agree on; null where they hold none, or several for different platforms. */
export function onlyLockedRelease(locked: LockedReleases, name: string | null): string | null {
  const [version, ...others] = locked.get(name ?? '') ?? [];
  return others.length === 0 ? (version ?? null) : null;
}

function isRelease({ source }: LockedPackage): boolean {
  return source.kind === 'registry';
}
