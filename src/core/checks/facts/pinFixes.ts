import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import { pinTo } from '../../indexFacts/fixes/pinTo.ts';
import type { ReleaseFacts } from '../../indexFacts/indexFacts.ts';
import type { PackageUse } from '../../indexFacts/packageUses.ts';
import type { Facts, Fix } from '../check.ts';

/** A release to pin to instead, and why; null where there is none. */
export type PinChoice = readonly [release: ReleaseFacts | null, why: string];

/** For a pin in a document, each choice once, the best first. What a lock holds is locked again, not edited. */
export function pinFixes(use: PackageUse, facts: Pick<Facts, 'document'>, choices: readonly PinChoice[]): readonly Fix[] {
  const { requirement } = use;
  const document = documentOf(use, facts);
  if (requirement === null || document === null || !use.isPinned) return [];
  const versions = new Set<string>();
  return choices.flatMap(([release, why]) => {
    if (release === null || versions.has(release.version)) return [];
    versions.add(release.version);
    return pinTo(requirement, document, release, why) ?? [];
  });
}

/** The document that the use stands in; null for a lock. */
export function documentOf({ file }: Pick<PackageUse, 'file'>, { document }: Pick<Facts, 'document'>): DependencyDocument | null {
  return document.documents.find(each => each.file === file) ?? null;
}
