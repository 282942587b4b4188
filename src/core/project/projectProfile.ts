import type { LockDocument } from '../locks/lockDocument.ts';
import { projectFactsIn, type Pyproject } from './pyproject.ts';
import { textAt, textsAt, valueAt, type TomlTable } from './tomlTable.ts';

/** Whether a project's metadata is published for others, or it is run as it is; rules on dependencies differ. */
export type Profile = 'library' | 'application';

/** `reason` is a clause for a person: why this profile. */
export interface ProfileJudgement {
  readonly profile: Profile;
  readonly reason: string;
}

/**
 * What `pyproject.toml` (null for a folder without one), the files beside it and its locks tell. Where both are possible
 * it is a library, the stricter of the two. A file that is half typed is judged by what can be read of it.
 */
export function judgeProfile(
  pyproject: Pyproject | null,
  filesBeside: readonly string[],
  locks: readonly LockDocument[] = [],
): ProfileJudgement {
  const document = pyproject?.document ?? pyproject?.fragments ?? null;
  const chosen = textAt(document, ['tool', 'countersign', 'profile']);
  if (chosen === 'library' || chosen === 'application') return { profile: chosen, reason: '[tool.countersign] profile says so' };
  const sign = applicationSigns.find(({ isThere }) => isThere(document));
  if (sign) return { profile: 'application', reason: sign.reason };
  const lock = locks.find(hasVirtualRoot);
  if (lock) return { profile: 'application', reason: `${lock.file} locks it as a virtual project, which is not installed itself` };
  if (pyproject !== null && document === null)
    return { profile: 'library', reason: 'pyproject.toml cannot be read, so nothing says otherwise' };
  return judgeByPackaging(document, filesBeside);
}

const applicationSigns: readonly { readonly reason: string; isThere(document: TomlTable | null): boolean }[] = [
  { reason: 'a classifier "Private ::" keeps it off PyPI', isThere: hasPrivateClassifier },
  { reason: '[tool.poetry] package-mode is false', isThere: document => valueAt(document, ['tool', 'poetry', 'package-mode']) === false },
  { reason: '[tool.uv] package is false', isThere: document => valueAt(document, ['tool', 'uv', 'package']) === false },
];

function hasPrivateClassifier(document: TomlTable | null): boolean {
  const classifiers = [...textsAt(document, ['project', 'classifiers']), ...textsAt(document, ['tool', 'poetry', 'classifiers'])];
  return classifiers.some(classifier => /^Private\s*::/i.test(classifier));
}

function hasVirtualRoot({ packages }: LockDocument): boolean {
  return packages.some(({ source }) => source.kind === 'virtual' && (source.url === '.' || source.url === null));
}

function judgeByPackaging(document: TomlTable | null, filesBeside: readonly string[]): ProfileJudgement {
  const { name, version, hasBuildSystem } = projectFactsIn(document);
  if (hasBuildSystem) return { profile: 'library', reason: 'it has a build system' };
  if (name !== null && version !== null) return { profile: 'library', reason: 'it has a name and a version' };
  const setup = ['setup.py', 'setup.cfg'].find(file => filesBeside.includes(file));
  if (setup !== undefined) return { profile: 'library', reason: `${setup} is beside it` };
  return { profile: 'application', reason: 'it has no build system, no name and version, and no setup.py or setup.cfg' };
}
