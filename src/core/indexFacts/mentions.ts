import type { DependencyDocument } from '../documents/dependencyDocument.ts';
import type { Requirement } from '../documents/requirement.ts';
import type { LockDocument, LockedPackage } from '../locks/lockDocument.ts';

/** Where a project names a package that comes from an index. */
export interface Mention {
  readonly requirements: readonly Requirement[];
  readonly locked: readonly { readonly file: string; readonly entry: LockedPackage }[];
}

/** By normalised name. */
export function mentionsOf(documents: readonly DependencyDocument[], locks: readonly LockDocument[]): ReadonlyMap<string, Mention> {
  const found = new Map<string, { readonly requirements: Requirement[]; readonly locked: { file: string; entry: LockedPackage }[] }>();
  const mentionOf = (name: string) => {
    const mention = found.get(name) ?? { requirements: [], locked: [] };
    found.set(name, mention);
    return mention;
  };
  for (const requirement of documents.flatMap(each => each.requirements))
    if (requirement.name !== null && requirement.reference === null) mentionOf(requirement.name).requirements.push(requirement);
  for (const { file, packages } of locks)
    for (const entry of packages) if (entry.source.kind === 'registry') mentionOf(entry.name).locked.push({ file, entry });
  return found;
}

/** The version that a requirement pins exactly; null where it does not. */
export function pinnedVersion({ pin, clauses, problem }: Requirement): string | null {
  if (problem !== null || (pin !== 'exact' && pin !== 'exact-plus')) return null;
  return clauses.find(({ operator, version }) => operator.startsWith('==') && !version.endsWith('.*'))?.version ?? null;
}

/** Every version that is pinned or locked, each once. */
export function versionsIn({ requirements, locked }: Mention): readonly string[] {
  const pinned = requirements.flatMap(each => pinnedVersion(each) ?? []);
  return [...new Set([...pinned, ...locked.flatMap(({ entry }) => entry.version ?? [])])];
}
