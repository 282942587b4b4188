import { advisoriesOf, vulnerabilitiesOf } from '../../indexFacts/advisoriesOf.ts';
import { installable } from '../../indexFacts/goodReleases.ts';
import type { Advisory, PackageFacts, ReleaseFacts } from '../../indexFacts/indexFacts.ts';
import { pinnedVersion } from '../../indexFacts/mentions.ts';
import type { PackageUse } from '../../indexFacts/packageUses.ts';
import type { Profile } from '../../project/projectProfile.ts';
import { compareVersions } from '../../versions/version.ts';

/** What a package that is used is open to. */
export interface Exposure {
  /** The release that is affected; null for a range, some release of which is. */
  readonly version: string | null;
  readonly advisories: readonly Advisory[];
  /** The first release from there on that nothing known affects. */
  readonly repair: ReleaseFacts | null;
  /** Whether an installer may choose an unaffected release already. */
  readonly isRepairAdmitted: boolean;
}

/**
 * Null where nothing known affects it. An application runs one release: the one that is pinned or locked, or else the
 * newest that its range admits. A library leaves the choice to its users, so its whole range counts.
 */
export function exposureOf(use: PackageUse, profile: Profile): Exposure | null {
  const clauses = use.requirement?.clauses ?? [];
  if (profile === 'library' && use.requirement !== null && pinnedVersion(use.requirement) === null) return ofRange(use, clauses);
  const version = use.version ?? installable(use.facts, clauses).at(-1)?.version;
  return version === undefined ? null : ofVersion(use, version);
}

function ofRange({ facts }: PackageUse, clauses: Parameters<typeof installable>[1]): Exposure | null {
  const admitted = installable(facts, clauses).map(({ version }) => ({ version, advisories: vulnerabilitiesOf(facts, version) }));
  const affected = admitted.filter(({ advisories }) => advisories.length > 0);
  const last = affected.at(-1);
  if (last === undefined) return null;
  const advisories = [...new Set(affected.flatMap(each => each.advisories))];
  return { version: null, advisories, repair: repairAfter(facts, last.version), isRepairAdmitted: affected.length < admitted.length };
}

function ofVersion({ facts, requirement, isPinned }: PackageUse, version: string): Exposure | null {
  const advisories = vulnerabilitiesOf(facts, version);
  const repair = repairAfter(facts, version);
  const isRepairAdmitted = repair !== null && !(requirement !== null && isPinned);
  return advisories.length === 0 ? null : { version, advisories, repair, isRepairAdmitted };
}

function repairAfter(facts: PackageFacts, version: string): ReleaseFacts | null {
  const good = installable(facts, []).filter(release => advisoriesOf(facts, release.version).length === 0);
  return good.find(release => compareVersions(release.version, version) > 0) ?? null;
}
