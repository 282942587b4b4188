import type { Facts } from '../checks/check.ts';
import type { Requirement } from '../documents/requirement.ts';
import type { LockedPackage } from '../locks/lockDocument.ts';
import type { Span } from '../text/span.ts';
import { isSameVersion } from '../versions/version.ts';
import type { PackageFacts } from './indexFacts.ts';
import { mentionsOf, pinnedVersion, type Mention } from './mentions.ts';

/** A package where a person would mend it: at the requirement, or in the lock where only that names it. */
export interface PackageUse {
  readonly facts: PackageFacts;
  /** The one release that is meant, pinned or locked; null for a range that no lock settles. */
  readonly version: string | null;
  /** Whether the version is written at the requirement itself. */
  readonly isPinned: boolean;
  readonly requirement: Requirement | null;
  readonly locked: LockedPackage | null;
  readonly file: string;
  readonly span: Span;
}

/**
 * Every package of which the index was asked: each requirement once, and what a lock holds at the requirement that asks
 * for it, or else where the lock names it.
 */
export function packageUses({ document, lock, index }: Pick<Facts, 'document' | 'lock' | 'index'>): readonly PackageUse[] {
  const uses: PackageUse[] = [];
  for (const [name, mention] of mentionsOf(document.documents, lock)) {
    const facts = index.packages.get(name);
    if (facts !== undefined) uses.push(...usesOf(facts, mention));
  }
  return uses;
}

function usesOf(facts: PackageFacts, { requirements, locked }: Mention): PackageUse[] {
  const direct = requirements.find(each => pinnedVersion(each) === null && isLockedByRole(each)) ?? null;
  const pinned = requirements.flatMap(each => pinnedVersion(each) ?? []);
  const settled = locked.filter(({ entry }, place) => isNews(entry, pinned) && place === firstOf(locked, entry));
  const atRequirements = requirements
    .filter(each => each !== direct || settled.length === 0)
    .map(each => useAt(facts, each, null, pinnedVersion(each)));
  const inLocks = settled.map(({ file, entry }): PackageUse =>
    direct === null
      ? { facts, version: entry.version, isPinned: false, requirement: null, locked: entry, file, span: entry.span }
      : useAt(facts, direct, entry, entry.version),
  );
  return [...atRequirements, ...inLocks];
}

/** Build requirements, constraints and scripts are not what a project's lock settles. */
function isLockedByRole({ role }: Requirement): boolean {
  return role !== 'build' && role !== 'constraint' && role !== 'override' && role !== 'script';
}

/** What is pinned in a file as well is said there. */
function isNews({ version }: LockedPackage, pinned: readonly string[]): boolean {
  return version === null || !pinned.some(each => each === version || isSameVersion(each, version));
}

function firstOf(locked: Mention['locked'], { version }: LockedPackage): number {
  return locked.findIndex(({ entry }) => entry.version === version);
}

function useAt(facts: PackageFacts, requirement: Requirement, locked: LockedPackage | null, version: string | null): PackageUse {
  const { file, span } = requirement;
  return { facts, version, isPinned: locked === null && version !== null, requirement, locked, file, span };
}
