import { Failure } from '../../core/failure.ts';
import type { CountersignMessage } from '../../core/messages/brokerMessages.ts';
import { releaseDigest } from '../../core/release/manifest.ts';
import { profileProblem } from './checkProfile.ts';

/** One release as the host claims it. */
export type Claim = Omit<CountersignMessage, 'kind'>;

/**
 * Throws unless the claim is consistent: the page shows the manifest and the security key signs the digest, so they
 * must be the same thing, and the address that the manifest names must be the one that the upload goes to.
 */
export function checkClaim(claim: Claim): void {
  const problem = claimProblem(claim) ?? profileProblem(claim.profile);
  if (problem !== null) throw new Failure('broker-failed', `The release was refused before approval: ${problem}.`);
}

function claimProblem({ manifest, profile, digest }: Claim): string | null {
  if (releaseDigest(manifest) !== digest) return 'the release digest is not that of its manifest';
  const { name, uploadUrl } = manifest.index;
  if (uploadUrl !== profile.uploadUrl || name !== profile.name) return 'manifest and profile name different indexes';
  const names = new Set(manifest.artifacts.map(artifact => artifact.filename));
  return names.size === 0 || names.size !== manifest.artifacts.length ? 'the manifest has no artifacts, or one of them twice' : null;
}
