import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement, WrittenHash } from '../../documents/requirement.ts';
import { asOfWords } from '../../indexFacts/asOfWords.ts';
import { addHashes } from '../../indexFacts/fixes/addHashes.ts';
import { digestsOf } from '../../indexFacts/fixes/hashBlock.ts';
import { releaseOf } from '../../indexFacts/goodReleases.ts';
import type { PackageFacts } from '../../indexFacts/indexFacts.ts';
import { pinnedVersion } from '../../indexFacts/mentions.ts';
import type { LockedPackage } from '../../locks/lockDocument.ts';
import type { Span } from '../../text/span.ts';
import type { Finding, Fix } from '../check.ts';
import { onePerPlace, type PackageCheck, type PackagesFacts } from './factCheck.ts';
import { packageWords } from './factWords.ts';

/** Files of a release never change on an index, so a digest that is of none of them is a mistake, or somebody's doing. */
export const hashMismatch: PackageCheck = {
  id: 'dep/hash-mismatch',
  title: 'Hashes are those of the release’s files',
  severity: { library: 'error', application: 'error' },
  documentation: {
    what: 'A SHA-256 hash belongs to none of the files that the index lists for the pinned or locked release.',
    why: 'An installation that checks hashes fails, or takes a file that is not the one on the index.',
    mend: 'Hash again, after looking at what changes: find out where the other hash came from before you replace it.',
    quickFix: 'Replaces it by the hashes of the release, after showing the difference.',
    sources: ['https://pip.pypa.io/en/stable/topics/secure-installs/'],
  },
  needs: ['document', 'lock', 'index', 'now'],
  run: facts => onePerPlace(findings(facts)),
};

function* findings(facts: PackagesFacts): Iterable<Finding> {
  for (const document of facts.document.documents)
    for (const requirement of document.requirements) yield* inDocument(requirement, document, facts);
  for (const { file, packages } of facts.lock) for (const locked of packages) yield* inLock(locked, file, facts);
}

function* inDocument(requirement: Requirement, document: DependencyDocument, facts: PackagesFacts): Iterable<Finding> {
  const written = requirement.hashes.filter(isSha256);
  const release = written.length === 0 ? null : listed(requirement.name, pinnedVersion(requirement), facts);
  if (release === null) return;
  const spans = written.filter(({ digest }) => !release.digests.has(digest.toLowerCase())).map(({ span }) => span);
  const fix = addHashes(requirement, document, release.known);
  yield* describe(document.file, spans, release, facts, fix === null ? [] : [{ ...fix, needsReview: true }]);
}

function* inLock({ name, version, source, artifacts }: LockedPackage, file: string, facts: PackagesFacts): Iterable<Finding> {
  const release = source.kind === 'registry' ? listed(name, version, facts) : null;
  if (release === null) return;
  const foreign = artifacts.filter(({ hashes }) => hashes.some(hash => isSha256(hash) && !release.digests.has(hash.digest.toLowerCase())));
  yield* describe(
    file,
    foreign.map(({ span }) => span),
    release,
    facts,
    [],
  );
}

function* describe(file: string, spans: readonly Span[], release: Listed, facts: PackagesFacts, fixes: readonly Fix[]): Iterable<Finding> {
  const [span] = spans;
  if (span === undefined) return;
  const { known, version } = release;
  const what = spans.length === 1 ? 'This hash is' : `${spans.length} hashes here are`;
  const message = `${what} of none of the files that ${known.indexName} lists for ${packageWords(known, version)}.`;
  const age = asOfWords(facts.index.asOf);
  yield { message: `${message} Find out where it came from, then hash again.${age}`, file, span, package: known.name, fixes };
}

interface Listed {
  readonly known: PackageFacts;
  readonly version: string;
  readonly digests: ReadonlySet<string>;
}

/** Null where the index does not tell all, or another one may have the file. */
function listed(name: string | null, version: string | null, { index }: PackagesFacts): Listed | null {
  const known = index.packages.get(name ?? '');
  const release = version === null || !known?.isComplete ? null : releaseOf(known, version);
  const digests = release && digestsOf(release);
  return known === undefined || release === null || digests === null
    ? null
    : { known, version: release.version, digests: new Set(digests) };
}

/** A malformed digest is another rule's, and those of other algorithms no index tells. */
function isSha256({ algorithm, digest }: Pick<WrittenHash, 'algorithm' | 'digest'>): boolean {
  return algorithm === 'sha256' && /^[0-9a-f]{64}$/i.test(digest);
}
