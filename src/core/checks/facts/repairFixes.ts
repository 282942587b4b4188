import { raiseBound } from '../../indexFacts/fixes/raiseBound.ts';
import { goodReleases } from '../../indexFacts/goodReleases.ts';
import type { PackageUse } from '../../indexFacts/packageUses.ts';
import { compareVersions } from '../../versions/version.ts';
import type { Facts, Fix } from '../check.ts';
import type { Exposure } from './exposure.ts';
import { documentOf, pinFixes } from './pinFixes.ts';

/** For a pin the first release that repairs it, and the newest good one; for a range a lower bound that leaves the affected ones out. */
export function repairFixes(use: PackageUse, { repair }: Exposure, facts: Pick<Facts, 'document' | 'now'>): readonly Fix[] {
  if (repair === null) return [];
  const newest = goodReleases(use.facts, [], facts.now).at(-1);
  const isNewer = newest !== undefined && compareVersions(newest.version, repair.version) > 0;
  if (use.isPinned)
    return pinFixes(use, facts, [
      [repair, 'the first release that repairs it'],
      [isNewer ? newest : null, `the newest good release on ${use.facts.indexName}`],
    ]);
  const document = documentOf(use, facts);
  const fix = use.requirement === null || document === null ? null : raiseBound(use.requirement, document, repair.version);
  return fix === null ? [] : [fix];
}
