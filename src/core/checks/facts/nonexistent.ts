import { asOfWords } from '../../indexFacts/asOfWords.ts';
import { releaseOf } from '../../indexFacts/goodReleases.ts';
import { packageUses, type PackageUse } from '../../indexFacts/packageUses.ts';
import { parseVersion } from '../../versions/version.ts';
import type { Finding } from '../check.ts';
import { onePerPlace, type PackageCheck, type PackagesFacts } from './factCheck.ts';
import { packageWords } from './factWords.ts';

/** A name that nobody has registered is there for anybody to take, and whoever takes it runs code on every machine that asks for it. */
export const nonexistent: PackageCheck = {
  id: 'dep/nonexistent',
  title: 'Every package is on the index',
  severity: { library: 'warning', application: 'warning' },
  documentation: {
    what: 'The index has no project of this name, asked twice, or no release of the version that is pinned or locked.',
    why: 'An installation fails; and whoever registers a name that nobody has decides what everybody gets who asks for it. Misspelt and invented names are taken for just that.',
    mend: 'Check the spelling. If the package is your own, name the index that it is on.',
    sources: ['PEP 503'],
  },
  needs: ['document', 'lock', 'index', 'now'],
  run: facts => onePerPlace(findings(facts)),
};

function* findings(facts: PackagesFacts): Iterable<Finding> {
  for (const use of packageUses(facts)) {
    const what = use.facts.kind === 'absent' ? absentProject(use) : isReleaseAbsent(use) ? absentRelease(use) : null;
    if (what === null) continue;
    yield { message: `${what}${asOfWords(facts.index.asOf)}`, file: use.file, span: use.span, package: use.facts.name };
  }
}

function absentProject({ facts }: PackageUse): string {
  return `${facts.indexName} has no project ${packageWords(facts, null)}. Whoever registers the name decides what is installed: check the spelling.`;
}

/** A release that is gone was deleted or is held in quarantine. One with a local part comes from elsewhere anyway. */
function isReleaseAbsent({ facts, version }: PackageUse): boolean {
  if (version === null || !facts.isComplete || facts.status === 'quarantined' || facts.releases.length === 0) return false;
  return parseVersion(version)?.local === null && releaseOf(facts, version) === null;
}

function absentRelease({ facts, version }: PackageUse): string {
  return `${facts.indexName} has no release ${packageWords(facts, version)}: it was never there, was deleted, or is held back. Choose another version.`;
}
