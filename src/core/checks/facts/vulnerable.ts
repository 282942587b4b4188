import { asOfWords } from '../../indexFacts/asOfWords.ts';
import type { Advisory, PackageFacts, ReleaseFacts } from '../../indexFacts/indexFacts.ts';
import { packageUses } from '../../indexFacts/packageUses.ts';
import type { Profile } from '../../project/projectProfile.ts';
import type { Finding, Severity } from '../check.ts';
import { onePerPlace, type PackageCheck, type PackagesFacts } from './factCheck.ts';
import { advisoryWords, packageWords } from './factWords.ts';
import { exposureOf, type Exposure } from './exposure.ts';
import { repairFixes } from './repairFixes.ts';

export const vulnerable: PackageCheck = {
  id: 'dep/vulnerable',
  title: 'No release that is used has a known vulnerability',
  severity: { library: 'hint', application: 'warning' },
  documentation: {
    what: 'A known vulnerability affects the release that is pinned, locked or would be installed now; in a library, some release that its range admits.',
    why: 'What is published about a vulnerability is read by those who use it too.',
    mend: 'Take a release that repairs it: raise the bound, pin to it, or lock again. Where none repairs it, find out whether you use the part that is affected.',
    quickFix: 'Raises the bound or the pin to a repaired release.',
    sources: ['https://osv.dev', 'https://github.com/pypa/advisory-database'],
  },
  needs: ['document', 'lock', 'index', 'now'],
  run: (facts, profile) => onePerPlace(findings(facts, profile)),
};

function* findings(facts: PackagesFacts, profile: Profile): Iterable<Finding> {
  for (const use of packageUses(facts)) {
    const exposure = exposureOf(use, profile);
    if (exposure === null) continue;
    const { advisories, repair } = exposure;
    const what = `${subject(use.facts, exposure)}: ${advisoryWords(advisories)}. ${repairWords(repair, advisories)}`;
    yield {
      message: `${what}${asOfWords(facts.index.asOf)}`,
      severity: severityOf(exposure, profile),
      file: use.file,
      span: use.span,
      package: use.facts.name,
      fixes: repairFixes(use, exposure, facts),
    };
  }
}

function subject(facts: PackageFacts, { version }: Exposure): string {
  if (version === null) return `The range of ${packageWords(facts, null)} admits releases with known vulnerabilities`;
  return `${packageWords(facts, version)} has known vulnerabilities`;
}

function repairWords(repair: ReleaseFacts | null, advisories: readonly Advisory[]): string {
  const them = advisories.length === 1 ? 'it' : 'them';
  return repair === null ? `No later release is free of ${them}.` : `Repaired in ${repair.version}.`;
}

/** Of a library only its users' installers decide what is taken, as long as something good is left to take. */
function severityOf({ advisories, isRepairAdmitted }: Exposure, profile: Profile): Severity {
  if (profile === 'library') return isRepairAdmitted ? 'hint' : 'warning';
  return advisories.some(({ severity }) => severity === 'critical' || severity === 'high') ? 'error' : 'warning';
}
