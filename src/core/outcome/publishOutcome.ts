import type { IndexProfile } from '../indexes/indexProfile.ts';
import type { NotApprovedReason, UploadOutcome } from '../messages/brokerMessages.ts';

/** A run of twine that did not end in "uploaded". */
export type UploadFailure = Exclude<UploadOutcome, { outcome: 'uploaded' }>;

/** What this release is, in every ending. */
export interface ReleaseName {
  readonly profile: IndexProfile;
  /** PEP 503 normalised. */
  readonly project: string;
  /** PEP 440 normalised. */
  readonly version: string;
}

/** Everything that sending the rest of a release needs: the very files, under the digest they were approved by. */
export interface Resumable extends ReleaseName {
  readonly folder: string;
  readonly digest: string;
}

/** Every way a publish can end. What the world did to us on the way is a `Failure`, thrown, not one of these. */
export type PublishOutcome =
  | ({ readonly kind: 'published'; readonly files: number } & ReleaseName)
  /** Sent, but the index could not confirm the hashes. */
  | ({
      readonly kind: 'unverified';
      readonly files: number;
      readonly why: 'closed' | 'no-hashes' | 'not-listed' | 'unreachable' | 'cancelled';
    } & ReleaseName)
  /** The index lists other bytes under a name that was sent. */
  | ({ readonly kind: 'differs'; readonly filename: string } & ReleaseName)
  /** Every file is there already, with the same hashes. */
  | ({ readonly kind: 'already-there'; readonly files: number } & ReleaseName)
  | { readonly kind: 'blocked'; readonly what: string; readonly problems: readonly string[] }
  | { readonly kind: 'not-approved'; readonly reason: NotApprovedReason }
  /** The index holds other bytes under the same name. */
  | ({ readonly kind: 'exists'; readonly filename: string } & ReleaseName)
  | ({ readonly kind: 'failed'; readonly filename: string; readonly failure: UploadFailure } & ReleaseName)
  | ({
      readonly kind: 'partly';
      readonly sent: readonly string[];
      readonly missing: readonly string[];
      readonly filename: string;
      /** True where the index could not be asked whether `filename` arrived. */
      readonly uncertain: boolean;
      readonly failure: UploadFailure;
    } & Resumable);
