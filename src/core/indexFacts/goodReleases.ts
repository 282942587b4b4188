import type { SpecifierClause } from '../documents/requirement.ts';
import { contains } from '../requirements/specifier.ts';
import { compareVersions, isSameVersion, parseVersion } from '../versions/version.ts';
import { advisoriesOf } from './advisoriesOf.ts';
import type { PackageFacts, ReleaseFacts } from './indexFacts.ts';

const DAY_MS = 86_400_000;
/** Most malicious releases are found and removed within days. */
export const COOLDOWN_DAYS = 7;

/** The release that a version names, in whatever spelling; null where the index lists none. */
export function releaseOf({ releases }: PackageFacts, version: string): ReleaseFacts | null {
  return releases.find(each => each.version === version) ?? releases.find(each => isSameVersion(each.version, version)) ?? null;
}

/** Whole days since its first file was uploaded; null where the index does not tell. */
export function ageInDays({ uploadedAt }: ReleaseFacts, now: number): number | null {
  return uploadedAt === null ? null : Math.max(0, Math.floor((now - uploadedAt) / DAY_MS));
}

/** What an installer may take for a range: not yanked, and previews only where there is nothing else (PEP 440, handling of pre-releases). Oldest first. */
export function installable({ releases }: PackageFacts, clauses: readonly SpecifierClause[]): readonly ReleaseFacts[] {
  const fitting = releases.filter(
    ({ version, yanked, files }) => yanked === null && files.length > 0 && (clauses.length === 0 || contains(clauses, version)),
  );
  const finals = fitting.filter(release => !isPreview(release));
  return finals.length > 0 || fitting.length === 0 ? finals : fitting;
}

/** Releases to advise a person to: installable, without a known vulnerability, and old enough to have been looked at. Oldest first. */
export function goodReleases(facts: PackageFacts, clauses: readonly SpecifierClause[], now: number | null): readonly ReleaseFacts[] {
  if (facts.status === 'quarantined') return [];
  return installable(facts, clauses).filter(release => advisoriesOf(facts, release.version).length === 0 && !isTooNew(release, now));
}

/** The nearest good release above a version, else the newest good one below it. */
export function nextGood(facts: PackageFacts, version: string, now: number | null): ReleaseFacts | null {
  const good = goodReleases(facts, [], now);
  return good.find(each => compareVersions(each.version, version) > 0) ?? good.at(-1) ?? null;
}

const previews = new WeakMap<ReleaseFacts, boolean>();

/** Remembered: the same releases are gone through for each place that names the package. */
function isPreview(release: ReleaseFacts): boolean {
  const known = previews.get(release) ?? parseVersion(release.version)?.isPrerelease !== false;
  previews.set(release, known);
  return known;
}

export function isTooNew(release: ReleaseFacts, now: number | null): boolean {
  const days = now === null ? null : ageInDays(release, now);
  return days !== null && days < COOLDOWN_DAYS;
}
