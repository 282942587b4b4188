import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import type { LockDocument, LockedRequirement, LockManifest } from '../../locks/lockDocument.ts';
import { normalizeName } from '../../names/normalizeName.ts';
import type { Pyproject } from '../../project/pyproject.ts';
import { textAt, valueAt } from '../../project/tomlTable.ts';
import { parseSpecifier } from '../../requirements/specifier.ts';
import { parseVersion } from '../../versions/version.ts';
import { namesWithSource } from '../dependencies/namesWithSource.ts';
import { canonicalClauses } from './canonicalClauses.ts';

/** What uv's lock repeats of the project beside its dependencies and now holds otherwise, by its key in pyproject.toml. uv calls such a lock outdated. */
export function changedFields(
  { packages, manifest }: LockDocument,
  document: DependencyDocument,
  pyproject: Pyproject | null,
): readonly string[] {
  if (manifest === undefined || pyproject === null) return [];
  const lists = LISTS.filter(([key, list]) => isChanged(key, manifest[list], document, pyproject));
  return [...(hasOtherVersion(packages, pyproject) ? ['version'] : []), ...lists.map(([key]) => key)];
}

const LISTS: readonly (readonly [string, keyof LockManifest])[] = [
  ['constraint-dependencies', 'constraints'],
  ['override-dependencies', 'overrides'],
  ['build-constraint-dependencies', 'buildConstraints'],
];

/** Where either leaves the version to the build, there is none to compare. */
function hasOtherVersion(packages: LockDocument['packages'], { document, facts }: Pyproject): boolean {
  const own = normalizeName(facts.name ?? '');
  const root = packages.find(({ name, source }) => name === own && source.url === '.' && source.kind !== 'registry');
  const locked = parseVersion(root?.version ?? '');
  const written = parseVersion(textAt(document, ['project', 'version']) ?? '');
  return locked !== null && written !== null && locked.canonical !== written.canonical;
}

/** Older versions of uv do not tell in a lock which build constraints there were. */
function isChanged(key: string, locked: readonly LockedRequirement[], document: DependencyDocument, pyproject: Pyproject): boolean {
  if (key === 'build-constraint-dependencies' && locked.length === 0) return false;
  const asked = document.requirements.filter(({ section }) => section === `tool.uv.${key}`);
  if (!isListOfTexts(valueAt(pyproject.document, ['tool', 'uv', key])) || asked.some(({ problem }) => problem !== null)) return false;
  const placed = new Set([...namesWithSource(document), ...placedNames(asked, locked)]);
  const now = requestsOf(asked, placed);
  const before = requestsOf(
    locked.map(({ name, specifier }) => ({ name, clauses: parseSpecifier(specifier).clauses })),
    placed,
  );
  return before.size !== now.size || [...now].some(each => !before.has(each));
}

function requestsOf(requirements: readonly Pick<Requirement, 'name' | 'clauses'>[], placed: ReadonlySet<string>): ReadonlySet<string> {
  const named = requirements.map(({ name, clauses }) => ({ name: name ?? '', clauses }));
  return new Set(named.map(({ name, clauses }) => (placed.has(name) ? name : `${name} ${canonicalClauses(clauses)}`)));
}

function isListOfTexts(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.every(item => typeof item === 'string'));
}

/** What comes from a place of its own has no specifier to compare. */
function placedNames(asked: readonly Requirement[], locked: readonly LockedRequirement[]): readonly string[] {
  return [
    ...asked.flatMap(({ name, reference }) => (name === null || reference === null ? [] : [name])),
    ...locked.flatMap(({ name, url }) => (url === null ? [] : [name])),
  ];
}
