import { parseArtifactFilename } from '../core/artifacts/artifactFilename.ts';
import type { ReleasePlan } from '../core/release/releasePlan.ts';
import { visibleText } from '../core/text/visibleText.ts';
import { compareVersions } from '../core/versions/version.ts';
import type { IndexFile, IndexListing } from './ports.ts';
import type { World } from './world.ts';

/** What the index holds of this release already. */
export interface IndexComparison {
  /** Same name, same SHA-256: they need not be sent. */
  readonly alreadyThere: readonly string[];
  /** Same name, other bytes: the index would refuse it, or somebody else has published. */
  readonly conflict: string | null;
  /** The index has no project of this name. */
  readonly isFirst: boolean;
  /** Sentences for the approval page. */
  readonly notes: readonly string[];
}

/** Asked before a person is: an index never takes other bytes under a name it has. */
export async function compareWithIndex(world: World, plan: ReleasePlan, signal: AbortSignal): Promise<IndexComparison> {
  world.progress.report(`Asking ${plan.profile.name} what it has…`);
  const listing = await world.index.listing(plan.profile, plan.manifest.project, signal);
  const files = listing.kind === 'listed' ? listing.files : [];
  const there = new Map(files.map(file => [file.filename, file.sha256]));
  const same = plan.manifest.artifacts.filter(artifact => there.get(artifact.filename) === artifact.sha256);
  const other = plan.manifest.artifacts.find(artifact => isOther(there.get(artifact.filename), artifact.sha256));
  return {
    alreadyThere: same.map(artifact => artifact.filename),
    conflict: other?.filename ?? null,
    isFirst: listing.kind === 'absent',
    notes: notesOn(listing, plan),
  };
}

function isOther(listed: string | null | undefined, sha256: string): boolean {
  return typeof listed === 'string' && listed !== sha256;
}

function notesOn(listing: IndexListing, plan: ReleasePlan): string[] {
  const index = plan.profile.name;
  if (listing.kind === 'closed') return [`What ${index} already has is not known: it asks for credentials to be read.`];
  if (plan.profile.kind === 'rehearsal') return ['This index runs on your computer and forgets everything afterwards.'];
  const newest = listing.kind === 'listed' ? newestVersion(listing.files) : null;
  if (newest === null) return [`The first release of ${plan.manifest.project} on ${index}.`];
  const order = compareVersions(plan.manifest.version, newest) < 0 ? ' This release is older.' : '';
  return [`The newest release on ${index} is ${visibleText(newest)}.${order}`];
}

function newestVersion(files: readonly IndexFile[]): string | null {
  const versions = files.flatMap(file => {
    const parsed = parseArtifactFilename(file.filename);
    return 'problem' in parsed ? [] : [parsed.version];
  });
  return versions.toSorted(compareVersions).at(-1) ?? null;
}
