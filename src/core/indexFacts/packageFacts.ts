import type { AskedIndex } from './askedIndex.ts';
import type { PackageFacts, ReleaseFacts } from './indexFacts.ts';
import type { ProjectListing, ReleaseListing } from './projectListing.ts';

/** What an index's answer says of a package; advisories and publishers are asked for apart. A null listing: the index has no such project. */
export function packageFacts(name: string, index: AskedIndex, listing: ProjectListing | null, isComplete: boolean): PackageFacts {
  return {
    name,
    kind: listing === null ? 'absent' : 'listed',
    indexName: index.name,
    isComplete,
    status: listing?.status ?? 'active',
    statusReason: listing?.statusReason ?? null,
    releases: (listing?.releases ?? []).map(toFacts),
    advisories: [],
  };
}

function toFacts({ version, yanked, uploadedAt, requiresPython, files }: ReleaseListing): ReleaseFacts {
  return {
    version,
    yanked,
    uploadedAt,
    requiresPython,
    publisher: null,
    files: files.map(({ filename, sha256, provenanceUrl }) => ({ filename, sha256, hasProvenance: provenanceUrl !== null })),
  };
}
