import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import { oncePerProject } from '../../edits/oncePerDocument.ts';
import { assignedIndexes } from '../../indexFacts/assignedIndexes.ts';
import { namesWithSource } from '../dependencies/namesWithSource.ts';

/**
 * Names that somebody has told the place of: a folder, an address, or one private index for this very name. A private
 * index for everything tells nothing: it may be a mirror, and hands on look-alikes like any other.
 */
export const namesFromElsewhere: (documents: readonly DependencyDocument[]) => ReadonlySet<string> = oncePerProject(documents => {
  const names = new Set(documents.flatMap(document => [...namesWithSource(document), ...namesWithReference(document)]));
  for (const [name, index] of assignedIndexes(documents)) if (index === 'unreadable' || !index.isPublic) names.add(name);
  return names;
});

function namesWithReference({ requirements }: DependencyDocument): readonly string[] {
  return requirements.flatMap(({ name, reference }) => (name === null || reference === null ? [] : name));
}
