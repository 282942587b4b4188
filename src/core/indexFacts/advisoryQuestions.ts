import type { Profile } from '../project/projectProfile.ts';
import { installable } from './goodReleases.ts';
import type { PackageFacts } from './indexFacts.ts';
import { pinnedVersion, versionsIn, type Mention } from './mentions.ts';

/** `version` null: everything about the project. */
export interface AdvisoryQuestion {
  readonly name: string;
  readonly version: string | null;
}

/**
 * What has to be known of a package: what is reported of each release that is pinned or locked, and of the newest one,
 * which a range would get and a fix may propose. Of everything else there is, where a library's range leaves it to
 * others, or no release is told.
 */
export function advisoryQuestions(facts: PackageFacts, mention: Mention, profile: Profile): readonly AdvisoryQuestion[] {
  const { name } = facts;
  const ranges = mention.requirements.filter(each => pinnedVersion(each) === null);
  const newest = [[], ...ranges.map(({ clauses }) => clauses)].flatMap(clauses => installable(facts, clauses).at(-1)?.version ?? []);
  const isOpen = profile === 'library' && ranges.length > 0;
  const versions = [...new Set([...versionsIn(mention), ...(mention.requirements.length > 0 ? newest : [])])];
  if (isOpen || facts.kind === 'absent' || versions.length === 0) return [{ name, version: null }];
  return versions.map(version => ({ name, version }));
}
