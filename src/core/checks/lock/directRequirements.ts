import type { DependencyDocument, LockKind } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import type { LockDocument } from '../../locks/lockDocument.ts';
import { normalizeName } from '../../names/normalizeName.ts';

/** The file that a lock is made from. */
export function lockedDocument({ kind }: LockDocument, documents: readonly DependencyDocument[]): DependencyDocument | null {
  const file = kind === 'pipfile-lock' ? 'Pipfile' : 'pyproject.toml';
  return documents.find(document => document.file === file) ?? null;
}

/** What the tool of this lock would look up for it, of what the document asks for. */
export function directRequirements(lock: LockDocument, { requirements }: DependencyDocument): readonly Requirement[] {
  const section = SECTIONS[lock.kind];
  return requirements.filter(
    requirement => requirement.problem === null && section.test(requirement.section) && isOfLockedGroup(requirement, lock),
  );
}

/** Poetry's `python` is no package; of a pylock nobody knows which groups went into it. */
const SECTIONS: Readonly<Record<LockKind, RegExp>> = {
  'uv-lock': /^(?:project\.(?:optional-)?dependencies\b|dependency-groups\.|tool\.uv\.dev-dependencies$)/,
  'poetry-lock': /^(?:project\.(?:optional-)?dependencies\b|tool\.poetry\.)/,
  'pdm-lock': /^(?:project\.(?:optional-)?dependencies\b|dependency-groups\.|tool\.pdm\.dev-dependencies\.)/,
  'pipfile-lock': /./,
  pylock: /^project\.dependencies$/,
};

function isOfLockedGroup({ section }: Requirement, { groups }: LockDocument): boolean {
  if (groups === undefined) return true;
  const group = /^(?:project\.optional-dependencies|dependency-groups|tool\.pdm\.dev-dependencies)\.(.+)$/.exec(section)?.[1];
  return groups.includes(group === undefined ? 'default' : normalizeName(group));
}
