import { asOfWords } from '../../indexFacts/asOfWords.ts';
import { nextGood, releaseOf } from '../../indexFacts/goodReleases.ts';
import { packageUses } from '../../indexFacts/packageUses.ts';
import type { Finding } from '../check.ts';
import { onePerPlace, type PackageCheck, type PackagesFacts } from './factCheck.ts';
import { packageWords, quotedReason } from './factWords.ts';
import { pinFixes } from './pinFixes.ts';

/** A yanked release is still installed where it is pinned exactly (PEP 592), so nobody notices that its makers took it back. */
export const yanked: PackageCheck = {
  id: 'dep/yanked',
  title: 'No release that is used was yanked',
  severity: { library: 'warning', application: 'warning' },
  documentation: {
    what: 'A requirement pins, or a lock holds, a release that its makers have yanked from the index.',
    why: 'Makers yank a release that is broken or dangerous. Installers still take it where it is pinned exactly, so the fault that they wanted to spare you reaches you all the same.',
    mend: 'Pin to the next release that is not yanked, or lock again.',
    quickFix: 'Pins to the next good release.',
    sources: ['PEP 592'],
  },
  needs: ['document', 'lock', 'index', 'now'],
  run: facts => onePerPlace(findings(facts)),
};

function* findings(facts: PackagesFacts): Iterable<Finding> {
  for (const use of packageUses(facts)) {
    const release = use.version === null ? null : releaseOf(use.facts, use.version);
    if (release === null || release.yanked === null) continue;
    const what = `${packageWords(use.facts, use.version)} was yanked from ${use.facts.indexName}${quotedReason(release.yanked)}`;
    yield {
      message: `${what} Take another release.${asOfWords(facts.index.asOf)}`,
      file: use.file,
      span: use.span,
      package: use.facts.name,
      fixes: pinFixes(use, facts, [[nextGood(use.facts, release.version, facts.now), 'the next good release']]),
    };
  }
}
