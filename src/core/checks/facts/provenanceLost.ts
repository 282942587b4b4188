import { asOfWords } from '../../indexFacts/asOfWords.ts';
import { attestedBefore } from '../../indexFacts/attestedBefore.ts';
import { releaseOf } from '../../indexFacts/goodReleases.ts';
import type { ReleaseFacts } from '../../indexFacts/indexFacts.ts';
import { packageUses } from '../../indexFacts/packageUses.ts';
import { visibleText } from '../../text/visibleText.ts';
import type { Finding } from '../check.ts';
import { onePerPlace, type PackageCheck, type PackagesFacts } from './factCheck.ts';
import { packageWords } from './factWords.ts';

/** Attestations say which repository and workflow made a file; whoever has only stolen a token cannot make them (PEP 740). */
export const provenanceLost: PackageCheck = {
  id: 'dep/provenance-lost',
  title: 'Releases are published the way earlier ones were',
  severity: { library: 'info', application: 'warning' },
  documentation: {
    what: 'Earlier releases carried attestations of where they were built; the release that is pinned or locked has a file without one, or its attestations name another publisher.',
    why: 'A release that does not come from where the others came from is what a stolen account looks like. Makers also change how they publish, and then say so.',
    mend: 'Look at the project’s repository for the release and its notes before you take it.',
    sources: ['PEP 740'],
  },
  needs: ['document', 'lock', 'index', 'now'],
  run: facts => onePerPlace(findings(facts)),
};

function* findings(facts: PackagesFacts): Iterable<Finding> {
  for (const { facts: known, version, file, span } of packageUses(facts)) {
    const release = version === null ? null : releaseOf(known, version);
    const loss = release && lossOf(release, attestedBefore(known, release));
    if (loss === null) continue;
    const message = `${packageWords(known, version)} ${loss}. Look at the project’s own notes before you take it.`;
    yield { message: `${message}${asOfWords(facts.index.asOf)}`, file, span, package: known.name };
  }
}

function lossOf(release: ReleaseFacts, before: ReleaseFacts | null): string | null {
  if (before === null || release.files.length === 0) return null;
  const bare = release.files.filter(file => !file.hasProvenance);
  const earlier = `unlike ${before.version} before it`;
  if (bare.length === release.files.length) return `carries no attestations of where it was built, ${earlier}`;
  if (bare.length > 0) return `has ${fileWords(bare)} without an attestation of where it was built, ${earlier}`;
  if (release.publisher === null || before.publisher === null || release.publisher === before.publisher) return null;
  return visibleText(`was published from ${release.publisher}, but ${before.version} before it from ${before.publisher}`);
}

function fileWords(files: ReleaseFacts['files']): string {
  return files.length === 1 ? visibleText(`the file ${files[0]?.filename ?? ''}`) : `${files.length} files`;
}
