import type { DependencyDocument } from '../../documents/dependencyDocument.ts';
import type { Requirement } from '../../documents/requirement.ts';
import type { LockDocument, LockedPackage, LockedRequirement } from '../../locks/lockDocument.ts';
import { lockedVersions } from '../../locks/lockedVersions.ts';
import { normalizeName } from '../../names/normalizeName.ts';
import type { Pyproject } from '../../project/pyproject.ts';
import { textsAt } from '../../project/tomlTable.ts';
import { contains, parseSpecifier } from '../../requirements/specifier.ts';
import { canonicalClauses } from './canonicalClauses.ts';
import { changedFields } from './changedFields.ts';
import { directRequirements } from './directRequirements.ts';

/** A way in which a lock does not fit what its project asks for. */
export type Staleness =
  | { readonly kind: 'missing'; readonly name: string; readonly requirement: Requirement }
  | { readonly kind: 'outside'; readonly name: string; readonly requirement: Requirement; readonly versions: readonly string[] }
  | { readonly kind: 'asked-otherwise'; readonly name: string; readonly requirement: Requirement; readonly specifier: string }
  | { readonly kind: 'no-longer-asked'; readonly name: string }
  | { readonly kind: 'changed-field'; readonly name: string };

/** Only what is certain: what a marker, a source of its own or an override may explain is left alone. */
export function stalenessOf(lock: LockDocument, document: DependencyDocument, pyproject: Pyproject | null): readonly Staleness[] {
  const own = normalizeName(pyproject?.facts.name ?? '');
  const direct = directRequirements(lock, document).filter(({ name }) => name !== null && name !== own);
  const asked = rootOf(lock, own)?.requires ?? null;
  const judge = { locked: lockedVersions(lock), asked, overridden: overriddenNames(document), isPartial: lock.kind === 'pylock' };
  const stale = direct.flatMap(requirement => judgeRequirement(requirement, judge) ?? []);
  const changed = changedFields(lock, document, pyproject).map(name => ({ kind: 'changed-field' as const, name }));
  return [...stale, ...noLongerAsked(asked ?? [], own, document, pyproject), ...changed];
}

/** What is known of a lock when a requirement is compared with it. */
interface LockJudge {
  readonly locked: ReadonlyMap<string, readonly LockedPackage[]>;
  /** What the project asked for when it was locked; null where the lock does not tell. */
  readonly asked: readonly LockedRequirement[] | null;
  readonly overridden: ReadonlySet<string>;
  /** Whether it may hold less than the project asks for. */
  readonly isPartial: boolean;
}

function rootOf({ kind, packages }: LockDocument, own: string): LockedPackage | null {
  if (kind !== 'uv-lock') return null;
  return packages.find(({ name, source, requires }) => requires !== null && name === own && source.kind !== 'registry') ?? null;
}

/** Versions by override need not fit (`override-dependencies` of uv, `resolution.overrides` of PDM). */
function overriddenNames({ requirements, toml }: DependencyDocument): ReadonlySet<string> {
  const byUv = requirements.flatMap(({ role, name }) => (role === 'override' && name !== null ? [name] : []));
  const byPdm = (toml?.entries ?? []).flatMap(({ path: [tool, pdm, resolution, overrides, name] }) =>
    tool === 'tool' && pdm === 'pdm' && resolution === 'resolution' && overrides === 'overrides' && typeof name === 'string'
      ? [normalizeName(name)]
      : [],
  );
  return new Set([...byUv, ...byPdm]);
}

function judgeRequirement(requirement: Requirement, judge: LockJudge): Staleness | null {
  const name = requirement.name ?? '';
  const asked = judge.asked?.filter(each => each.name === name);
  if (asked?.length === 0) return { kind: 'missing', name, requirement };
  const [otherwise] = asked ?? [];
  if (otherwise && !asked?.some(each => isSameRequest(each, requirement)))
    return { kind: 'asked-otherwise', name, requirement, specifier: otherwise.specifier };
  return requirement.marker === null ? judgePackages(name, requirement, judge) : null;
}

/** Where either is an address or a path, or comes from one, the specifier is not what was locked. */
function isSameRequest({ specifier, url }: LockedRequirement, { clauses, reference }: Requirement): boolean {
  return url !== null || reference !== null || canonicalClauses(parseSpecifier(specifier).clauses) === canonicalClauses(clauses);
}

function judgePackages(name: string, requirement: Requirement, { locked, overridden, isPartial }: LockJudge): Staleness | null {
  const packages = locked.get(name) ?? [];
  if (packages.length === 0) return isPartial ? null : { kind: 'missing', name, requirement };
  if (requirement.reference !== null || overridden.has(name)) return null;
  const fits = packages.some(
    ({ source, version }) => source.kind !== 'registry' || version === null || contains(requirement.clauses, version),
  );
  return fits ? null : { kind: 'outside', name, requirement, versions: [...new Set(packages.flatMap(({ version }) => version ?? []))] };
}

function noLongerAsked(
  asked: readonly LockedRequirement[],
  own: string,
  { requirements }: DependencyDocument,
  pyproject: Pyproject | null,
): readonly Staleness[] {
  const isDynamic = textsAt(pyproject?.document ?? null, ['project', 'dynamic']).some(field => field.endsWith('dependencies'));
  if (isDynamic || requirements.some(({ name }) => name === null)) return [];
  const names = new Set([own, ...requirements.map(({ name }) => name)]);
  const gone = new Set(asked.map(({ name }) => name).filter(name => !names.has(name)));
  return [...gone].map(name => ({ kind: 'no-longer-asked', name }));
}
