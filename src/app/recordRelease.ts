import type { PublishOutcome } from '../core/outcome/publishOutcome.ts';
import type { ReleasePlan } from '../core/release/releasePlan.ts';
import type { World } from './world.ts';

/** Keeps what was sent, for a person to look up. A rehearsal leaves no trace. */
export async function recordRelease(world: World, plan: ReleasePlan, outcome: PublishOutcome): Promise<void> {
  if (plan.profile.kind === 'rehearsal') return;
  await world.records.add({
    index: plan.profile.name,
    uploadUrl: plan.profile.uploadUrl,
    project: plan.manifest.project,
    version: plan.manifest.version,
    digest: plan.digest,
    artifacts: plan.manifest.artifacts,
    publishedAt: new Date(world.clock.now()).toISOString(),
    verified: outcome.kind === 'published',
  });
}
