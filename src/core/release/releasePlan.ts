import type { IndexProfile } from '../indexes/indexProfile.ts';
import type { Artifact } from './artifact.ts';
import { makeManifest, releaseDigest, type Manifest } from './manifest.ts';

declare const staged: unique symbol;
declare const planned: unique symbol;
declare const countersigned: unique symbol;

/** Artifacts of one version in a private folder, hashed there. Only `stageRelease` makes one. */
export interface StagedRelease {
  readonly [staged]: true;
  readonly folder: string;
  /** PEP 503 normalised. */
  readonly project: string;
  /** PEP 440 normalised. */
  readonly version: string;
  readonly artifacts: readonly Artifact[];
}

/** A staged release with its destination and digest. Only `planRelease` makes one. */
export interface ReleasePlan {
  readonly [planned]: true;
  readonly profile: IndexProfile;
  readonly folder: string;
  readonly manifest: Manifest;
  readonly digest: string;
}

/** A plan that a person has approved. Only a broker makes one. */
export interface Countersigned {
  readonly [countersigned]: true;
  readonly plan: ReleasePlan;
  readonly level: FactorLevel;
}

/** How strong the approval was, in the sense of the documentation's table of factors; 0 is none. */
export type FactorLevel = 0 | 1 | 2 | 3;

export function markStaged(release: Omit<StagedRelease, typeof staged>): StagedRelease {
  return release as StagedRelease;
}

export function planRelease(release: StagedRelease, profile: IndexProfile): ReleasePlan {
  const manifest = makeManifest(profile, release.project, release.version, release.artifacts);
  return { profile, folder: release.folder, manifest, digest: releaseDigest(manifest) } as ReleasePlan;
}

export function markCountersigned(plan: ReleasePlan, level: FactorLevel): Countersigned {
  return { plan, level } as Countersigned;
}

/** The part of a plan that every outcome names. */
export function nameOf(plan: ReleasePlan): { profile: IndexProfile; project: string; version: string } {
  return { profile: plan.profile, project: plan.manifest.project, version: plan.manifest.version };
}
