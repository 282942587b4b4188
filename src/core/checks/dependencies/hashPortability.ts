import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement, WrittenHash } from '../../documents/requirement.ts';
import { contains } from '../../requirements/specifier.ts';
import type { Check, Finding, Fix } from '../check.ts';
import { findingOn, titleOf } from './findingOn.ts';
import { isStrong, writtenHashes } from './hashAlgorithms.ts';
import { hashedElsewhere, type HashPlace } from './hashedElsewhere.ts';
import { installsOf } from './installs.ts';
import { lockedReleases, type LockedReleases } from './lockedReleases.ts';
import { lowerCaseDigest } from './lowerCaseDigest.ts';
import { pinAsLocked } from './pinAsLocked.ts';
import { specifierFix } from './specifierFix.ts';

export const hashPortability: Check<'document' | 'lock'> = {
  id: 'dep/hash-portability',
  title: 'Every installer accepts the hashed requirements',
  severity: { library: 'info', application: 'info' },
  documentation: {
    what: 'A hashed requirement in a form that only some installers take: several versions, a hash that stands on another line or only in a constraints file, a digest in upper case.',
    why: 'pip takes most of these only since 26.1, and uv takes none: the file installs on one machine and is refused on the next.',
    mend: 'Pin with one == and put the hashes behind it, in lower case.',
    quickFix: 'Writes the digest in lower case.',
    sources: ["pip's documentation: Secure installs"],
  },
  needs: ['document', 'lock'],
  *run({ document: { documents }, lock }) {
    const locked = lockedReleases(lock);
    const told = new Set<Requirement>();
    for (const install of installsOf(documents, 'requirements')) {
      const placeOf = hashedElsewhere(install);
      for (const requirement of install.requirements) {
        if (told.has(requirement) || requirement.problem !== null) continue;
        told.add(requirement);
        const place = placeOf(requirement);
        if (place !== null) yield findingOn(requirement, { message: `${titleOf(requirement)} ${elsewhere[place]}` });
        if (isLoosely(requirement)) yield describeLoose(requirement, locked);
      }
    }
    for (const document of documents) yield* upperCaseDigests(document);
  },
};

const elsewhere: Readonly<Record<HashPlace, string>> = {
  'another line': 'has its hashes on another line only: pip accepts that, uv does not. Name it once, with its hashes.',
  'a constraint': 'has its hashes in a constraints file only: pip accepts that since 26.1, older ones and uv do not. Put them here.',
};

/** Wildcards are a rule of their own. */
function isLoosely({ hashes, reference, pin }: Requirement): boolean {
  return hashes.length > 0 && reference === null && pin !== 'exact' && pin !== 'wildcard';
}

function describeLoose(requirement: Requirement, locked: LockedReleases): Finding {
  return findingOn(requirement, {
    message: `${titleOf(requirement)} has hashes but is not pinned by one == alone: pip before 26.1 and uv refuse that.`,
    fixes: onlyPin(requirement) ?? pinAsLocked(requirement, locked),
  });
}

/** Where one clause says the version and the others admit it, they say nothing more. Null where none does. */
function onlyPin(requirement: Requirement): readonly Fix[] | null {
  const exact = requirement.clauses.find(({ operator, version }) => operator === '==' && !version.endsWith('.*'));
  if (exact === undefined || !contains(requirement.clauses, exact.version)) return null;
  return specifierFix(requirement, `==${exact.version}`, `Pin to ${exact.version} alone`);
}

function* upperCaseDigests(document: DependencyDocument): Iterable<Finding> {
  for (const requirement of document.requirements) {
    for (const hash of writtenHashes(requirement)) {
      if (isUpperCase(hash)) yield describeUpperCase(document, requirement, hash);
    }
  }
}

function isUpperCase({ algorithm, digest }: WrittenHash): boolean {
  return isStrong(algorithm) && digest !== digest.toLowerCase();
}

function describeUpperCase(document: DependencyDocument, requirement: Requirement, { digest, span }: WrittenHash): Finding {
  return findingOn(requirement, {
    message: 'This digest is in upper case: pip 24 takes it for another one and refuses the file.',
    span,
    fixes: lowerCaseDigest(document, digest, span),
  });
}
