import { asOfWords, dayWords } from '../../indexFacts/asOfWords.ts';
import { installable } from '../../indexFacts/goodReleases.ts';
import type { Advisory } from '../../indexFacts/indexFacts.ts';
import { isAffected } from '../../indexFacts/isAffected.ts';
import { packageUses, type PackageUse } from '../../indexFacts/packageUses.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Finding } from '../check.ts';
import { onePerPlace, type PackageCheck, type PackagesFacts } from './factCheck.ts';
import { packageWords } from './factWords.ts';
import { removalFixes } from './removalFixes.ts';

const MOST_REPORTERS = 2;

/** Malware runs when it is installed, long before anybody imports it. */
export const malicious: PackageCheck = {
  id: 'dep/malicious',
  title: 'No package is reported as malware',
  severity: { library: 'error', application: 'error' },
  documentation: {
    what: 'The package, or the release that is pinned or locked, is reported as malware in the OSV database.',
    why: 'Malware in a package runs while it is installed and takes what it finds: tokens, keys, browser sessions.',
    mend: 'Remove it. Where it was installed, treat every secret of that machine as stolen and replace it.',
    quickFix: 'Removes the requirement.',
    sources: ['https://github.com/ossf/malicious-packages', 'https://osv.dev'],
  },
  needs: ['document', 'lock', 'index', 'now'],
  run: facts => onePerPlace(findings(facts)),
};

function* findings(facts: PackagesFacts): Iterable<Finding> {
  for (const use of packageUses(facts)) {
    const advisory = use.facts.advisories.find(each => each.isMalware && concerns(each, use));
    if (advisory === undefined) continue;
    const what = `${packageWords(use.facts, use.version)} is reported as malware: ${reportWords(advisory)}.`;
    yield {
      message: `${what} Remove it, and replace the secrets of every machine that installed it.${asOfWords(facts.index.asOf)}`,
      file: use.file,
      span: use.span,
      package: use.facts.name,
      fixes: removalFixes(use, facts),
    };
  }
}

/** Releases of malware are taken off the index, so a range with nothing left in it is taken for one that held them. */
function concerns(advisory: Advisory, { facts, version, requirement }: PackageUse): boolean {
  if (advisory.affected.length === 0) return true;
  if (version !== null) return isAffected(advisory, version);
  const left = installable(facts, requirement?.clauses ?? []);
  return left.length === 0 || left.some(release => isAffected(advisory, release.version));
}

function reportWords({ id, publishedAt, reportedBy }: Advisory): string {
  const when = publishedAt === null ? '' : `, ${dayWords(publishedAt)}`;
  const by = reportedBy.length === 0 ? '' : `, by ${reportedBy.slice(0, MOST_REPORTERS).join(', ')}`;
  return visibleText(id + when + by);
}
