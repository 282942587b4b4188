import { asOfWords } from '../../indexFacts/asOfWords.ts';
import { ageInDays, isTooNew, releaseOf } from '../../indexFacts/goodReleases.ts';
import { packageUses } from '../../indexFacts/packageUses.ts';
import type { Finding } from '../check.ts';
import { onePerPlace, type PackageCheck, type PackagesFacts } from './factCheck.ts';
import { packageWords } from './factWords.ts';

/** Stolen accounts publish releases that are found out within days; whoever waits a week meets few of them. */
export const tooNew: PackageCheck = {
  id: 'dep/too-new',
  title: 'Every release that is used has been out for a week',
  severity: { library: 'off', application: 'info' },
  documentation: {
    what: 'A requirement pins, or a lock holds, a release that is younger than seven days.',
    why: 'Malicious releases of well-known packages are mostly found and removed within days. A release that has been out for a week has been looked at.',
    mend: 'Stay with the release before for some days, unless you need what the new one repairs.',
    sources: [],
  },
  needs: ['document', 'lock', 'index', 'now'],
  run: facts => onePerPlace(findings(facts)),
};

function* findings(facts: PackagesFacts): Iterable<Finding> {
  for (const { facts: known, version, file, span } of packageUses(facts)) {
    const release = version === null ? null : releaseOf(known, version);
    if (release === null || !isTooNew(release, facts.now)) continue;
    const when = daysWords(ageInDays(release, facts.now) ?? 0);
    const message = `${packageWords(known, version)} was released ${when}. Malicious releases are mostly found within a week.`;
    yield { message: `${message}${asOfWords(facts.index.asOf)}`, file, span, package: known.name };
  }
}

function daysWords(days: number): string {
  if (days === 0) return 'less than a day ago';
  return days === 1 ? 'a day ago' : `${days} days ago`;
}
