import { namesWithSource } from '../checks/dependencies/namesWithSource.ts';
import type { DependencyDocument, IndexReference } from '../documents/dependencyDocument.ts';
import { pypi } from '../indexes/indexProfile.ts';
import type { LockDocument } from '../locks/lockDocument.ts';
import { normalizeName } from '../names/normalizeName.ts';
import { assignedIndexes } from './assignedIndexes.ts';
import { publicIndex, readAskedIndex, type AskedIndex } from './askedIndex.ts';
import { lockedIndexes } from './lockedIndexes.ts';

/** Indexes that a person's own tools are set to, over all of them. */
export interface PersonIndexes {
  readonly references: readonly Pick<IndexReference, 'url' | 'role'>[];
  /** Told to use no index at all. */
  readonly isOff: boolean;
}

/** What decides where names may be asked. */
export interface IndexSituation {
  readonly documents: readonly DependencyDocument[];
  readonly locks: readonly LockDocument[];
  readonly person: PersonIndexes;
  /** Names of the person's own projects: they may be private still. */
  readonly ownNames: readonly string[];
  /** An index that was chosen for this one check: only that is asked. */
  readonly only: AskedIndex | null;
}

/** In the order of asking: the next only when those before have no such project. None: not asked anywhere. */
export interface IndexRoute {
  readonly indexes: readonly AskedIndex[];
  /** Whether these are all that an installer may take it from. */
  readonly isWhole: boolean;
}

const NOWHERE: IndexRoute = { indexes: [], isWhole: false };

/**
 * Where each name may be asked, so that no private name ever reaches a public index: an index that a project assigns to
 * a name, or a lock tells as its source, is asked alone. Else, where a private index is the main one, only private ones
 * are asked; where private ones stand beside a public one they are asked first, and the public one only for what they
 * say they do not have, as every installer would ask it too. What comes from elsewhere than an index is not asked.
 */
export function indexesForNames(situation: IndexSituation): (name: string) => IndexRoute {
  const { documents, locks, person, only } = situation;
  const withheld = withheldNames(situation);
  const assigned = assignedIndexes(documents);
  const locked = lockedIndexes(locks);
  const usual = usualRoute(documents, locks, person);
  return name => {
    if (withheld.has(name) || person.isOff) return NOWHERE;
    if (only !== null) return { indexes: [only], isWhole: true };
    const known = assigned.get(name) ?? locked.get(name);
    if (known === undefined) return usual;
    return known === 'unreadable' ? NOWHERE : { indexes: [known], isWhole: true };
  };
}

/** Own projects, what is taken from elsewhere, and what only stands where no index is used. */
function withheldNames({ documents, locks, ownNames }: IndexSituation): ReadonlySet<string> {
  const requirements = documents.flatMap(each => each.requirements);
  const elsewhere = [
    ...ownNames.map(normalizeName),
    ...documents.flatMap(document => [...namesWithSource(document)]),
    ...requirements.flatMap(({ name, reference }) => (reference === null ? [] : (name ?? []))),
    ...locks.flatMap(({ packages }) => packages.flatMap(({ name, source }) => (source.kind === 'registry' ? [] : name))),
  ];
  const online = new Set(documents.filter(each => !isWithoutIndex(each)).flatMap(namesIn));
  return new Set([
    ...elsewhere,
    ...documents
      .filter(isWithoutIndex)
      .flatMap(namesIn)
      .filter(name => !online.has(name)),
  ]);
}

function isWithoutIndex({ options }: DependencyDocument): boolean {
  return options.some(({ name }) => name === '--no-index');
}

function namesIn({ requirements }: DependencyDocument): readonly string[] {
  return requirements.flatMap(({ name }) => name ?? []);
}

/** For every name that nothing more is said of. A person's own private indexes count beside whatever a project names. */
function usualRoute(documents: readonly DependencyDocument[], locks: readonly LockDocument[], person: PersonIndexes): IndexRoute {
  const ofProject = documents.flatMap(each => each.indexes).filter(({ role }) => role !== 'explicit');
  const inLocks = indexesInLocks(documents, locks);
  const all = [...ofProject, ...inLocks, ...person.references].map(({ url, role }) => ({
    role,
    index: role === 'links' ? null : readAskedIndex(url),
  }));
  const isWhole = all.every(({ index }) => index !== null);
  const isPrivate = all.some(({ index }) => index?.isPublic !== true);
  const hasPrivateMain = all.some(({ index, role }) => role === 'primary' && index?.isPublic !== true);
  const privates = distinct(all.flatMap(({ index }) => (index?.isPublic === false ? index : [])));
  if (hasPrivateMain || (isPrivate && !isWhole)) return { indexes: privates, isWhole };
  const named = distinct(all.flatMap(({ index }) => (index?.isPublic === true ? index : [])));
  const hasMain = all.some(({ role }) => role === 'primary');
  return { indexes: [...privates, ...(hasMain ? named : distinct([usualIndex, ...named]))], isWhole };
}

/** An index that only serves the packages that ask for it by name serves no other. */
function indexesInLocks(documents: readonly DependencyDocument[], locks: readonly LockDocument[]): PersonIndexes['references'] {
  const explicit = new Set(documents.flatMap(({ indexes }) => indexes.flatMap(({ role, url }) => (role === 'explicit' ? url : []))));
  return locks.flatMap(({ indexes }) => indexes.flatMap(({ url }) => (explicit.has(url) ? [] : { url, role: 'extra' as const })));
}

/** What every installer asks where nothing else is said. */
const usualIndex = publicIndex(pypi);

function distinct(indexes: readonly AskedIndex[]): readonly AskedIndex[] {
  return indexes.filter((index, place) => indexes.findIndex(({ url }) => url === index.url) === place);
}
