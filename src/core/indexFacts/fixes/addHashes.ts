import type { Fix } from '../../checks/check.ts';
import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import { releaseOf } from '../goodReleases.ts';
import type { PackageFacts } from '../indexFacts.ts';
import { pinnedVersion } from '../mentions.ts';
import { canCarryHashes, digestsOf, hashEdits } from './hashBlock.ts';
import { textEdits } from './offsetEdit.ts';

/** Gives a pinned requirement the digests of every file of its release, as pip-compile does; null where they cannot be known or written. */
export function addHashes(requirement: Requirement, document: DependencyDocument, facts: PackageFacts): Fix | null {
  const version = pinnedVersion(requirement);
  const release = version === null ? null : releaseOf(facts, version);
  const digests = release && digestsOf(release);
  if (release === null || digests === null || requirement.reference !== null || !canCarryHashes(document)) return null;
  const title = `${requirement.hashes.length === 0 ? 'Add' : 'Replace with'} the ${hashWords(digests.length)} of ${facts.name} ${release.version}`;
  return { title, edits: textEdits(document, hashEdits(requirement, document, digests)) };
}

function hashWords(count: number): string {
  return count === 1 ? 'SHA-256 hash' : `${count} SHA-256 hashes`;
}
