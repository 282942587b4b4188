import type { PackageFacts } from './indexFacts.ts';

/** What the Simple API tells of a project (PEP 503, 691, 700, 740 and 792), as far as rules look at it. */
export interface ProjectListing {
  readonly status: PackageFacts['status'];
  readonly statusReason: string | null;
  /** Oldest first, by PEP 440. */
  readonly releases: readonly ReleaseListing[];
}

export interface ReleaseListing {
  readonly version: string;
  /** All its files are yanked; the reason may be empty. Null: not yanked. */
  readonly yanked: string | null;
  /** Of its first file, in milliseconds since 1970. */
  readonly uploadedAt: number | null;
  readonly requiresPython: string | null;
  readonly files: readonly FileListing[];
}

export interface FileListing {
  readonly filename: string;
  /** Lower-case hexadecimal. */
  readonly sha256: string | null;
  /** Where its attestations are. */
  readonly provenanceUrl: string | null;
}
