import { attestedBefore, isAttested } from '../core/indexFacts/attestedBefore.ts';
import { releaseOf } from '../core/indexFacts/goodReleases.ts';
import type { IndexFacts, ReleaseFacts } from '../core/indexFacts/indexFacts.ts';
import { indexesForNames, type IndexRoute, type IndexSituation } from '../core/indexFacts/indexForName.ts';
import { mentionsOf, versionsIn, type Mention } from '../core/indexFacts/mentions.ts';
import { packageFacts } from '../core/indexFacts/packageFacts.ts';
import type { ProjectListing } from '../core/indexFacts/projectListing.ts';
import type { Profile } from '../core/project/projectProfile.ts';
import { gatherAdvisories, type LookedUp } from './gatherAdvisories.ts';
import type { Advisories, PackageAnswer, PackageIndex } from './ports.ts';

export interface IndexFactsPorts {
  readonly index: PackageIndex;
  readonly advisories: Advisories;
}

export interface IndexFactsRequest extends IndexSituation {
  readonly profile: Profile;
}

export interface GatheredIndexFacts {
  readonly facts: IndexFacts;
  readonly unanswered: readonly UnansweredName[];
}

/** Of which package something could not be found out. `withheld`: by rule, it may be private; `advisories`: the index answered, no database did. */
export interface UnansweredName {
  readonly name: string;
  readonly reason: 'withheld' | 'too-many' | 'closed' | 'unreachable' | 'unreadable' | 'advisories';
}

/** Beyond, an index would be asked more than an installer asks it. */
const MOST_NAMES = 2000;

interface Known extends LookedUp {
  readonly listing: ProjectListing | null;
  readonly fetchedAt: number;
}

/** Asks the indexes about every package of a project, then the database of advisories about those that a public index was asked for. */
export async function gatherIndexFacts(
  ports: IndexFactsPorts,
  request: IndexFactsRequest,
  signal: AbortSignal,
): Promise<GatheredIndexFacts> {
  const mentions = [...mentionsOf(request.documents, request.locks)];
  const routeOf = indexesForNames(request);
  const asked = mentions.slice(0, MOST_NAMES);
  const looked = await Promise.all(asked.map(([name, mention]) => lookUp(ports.index, name, mention, routeOf(name), signal)));
  const known = looked.flatMap(each => ('facts' in each ? each : []));
  const withPublishers = await Promise.all(known.map(each => addPublishers(ports.index, each, signal)));
  const judged = await gatherAdvisories(ports, withPublishers, request.profile, signal);
  const times = [...known.map(({ fetchedAt }) => fetchedAt), ...judged.fetchedAt];
  return {
    facts: {
      packages: new Map(judged.packages.map(facts => [facts.name, facts])),
      asOf: times.length === 0 ? null : times.reduce((oldest, time) => Math.min(oldest, time)),
    },
    unanswered: [
      ...looked.flatMap(each => ('facts' in each ? [] : each)),
      ...mentions.slice(MOST_NAMES).map(([name]) => ({ name, reason: 'too-many' as const })),
      ...judged.unanswered.map(name => ({ name, reason: 'advisories' as const })),
    ],
  };
}

async function lookUp(
  index: PackageIndex,
  name: string,
  mention: Mention,
  route: IndexRoute,
  signal: AbortSignal,
): Promise<Known | UnansweredName> {
  if (route.indexes.length === 0) return { name, reason: 'withheld' };
  const answer = await index.lookUp(name, route.indexes, signal);
  if (answer.kind === 'unknown') return { name, reason: answer.reason };
  // What one index lacks may be where we do not look.
  if (answer.kind === 'absent' && !route.isWhole) return { name, reason: 'withheld' };
  const listing = answer.kind === 'listed' ? answer.listing : null;
  const isComplete = route.isWhole && isLast(answer, route);
  return {
    facts: packageFacts(name, answer.index, listing, isComplete),
    mention,
    index: answer.index,
    listing,
    fetchedAt: answer.fetchedAt,
  };
}

function isLast({ index }: PackageAnswer, { indexes }: IndexRoute): boolean {
  return indexes.at(-1)?.url === index.url;
}

/** Of releases that a requirement asks for, and those before them: whoever publishes them changes seldom, and for a reason. */
async function addPublishers(index: PackageIndex, known: Known, signal: AbortSignal): Promise<Known> {
  const { facts, mention } = known;
  if (mention.requirements.length === 0) return known;
  const used = versionsIn(mention).flatMap(version => releaseOf(facts, version) ?? []);
  const compared = used.filter(isAttested).flatMap(release => [release, attestedBefore(facts, release)]);
  const versions = new Set(compared.flatMap(release => release?.version ?? []));
  if (versions.size < 2) return known;
  const publishers = await publishersOf(index, known, versions, signal);
  const releases = facts.releases.map((release): ReleaseFacts => ({ ...release, publisher: publishers.get(release.version) ?? null }));
  return { ...known, facts: { ...facts, releases } };
}

async function publishersOf(
  index: PackageIndex,
  { listing, index: at }: Known,
  versions: ReadonlySet<string>,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string | null>> {
  const releases = (listing?.releases ?? []).filter(({ version }) => versions.has(version));
  return new Map(
    await Promise.all(releases.map(async release => [release.version, await index.publisherOf(release, at, signal)] as const)),
  );
}
