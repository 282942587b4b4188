import type { Fix } from '../../checks/check.ts';
import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import type { ReleaseFacts } from '../indexFacts.ts';
import { canCarryHashes, digestsOf, hashEdits, isHashed } from './hashBlock.ts';
import { offsetsOf, textEdits } from './offsetEdit.ts';

/** Pins a requirement to one release, with the hashes that its file asks for; null where that cannot be written. `why` completes the title. */
export function pinTo(requirement: Requirement, document: DependencyDocument, release: ReleaseFacts, why: string): Fix | null {
  const { specifierSpan, reference } = requirement;
  if (specifierSpan === null || reference !== null || requirement.problem !== null) return null;
  const title = `Pin to ${release.version}, ${why}`;
  const pin = { ...offsetsOf(document, specifierSpan), newText: `==${release.version}` };
  if (!canCarryHashes(document) || !isHashed(document)) return { title, edits: textEdits(document, [pin]) };
  const digests = digestsOf(release);
  return digests && { title, edits: textEdits(document, [pin, ...hashEdits(requirement, document, digests)]) };
}
