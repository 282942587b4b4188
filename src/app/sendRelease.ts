import { Failure } from '../core/failure.ts';
import type { PublishOutcome, UploadFailure } from '../core/outcome/publishOutcome.ts';
import { nameOf, type Countersigned, type ReleasePlan } from '../core/release/releasePlan.ts';
import type { Broker } from './ports.ts';
import type { World } from './world.ts';

/**
 * Sends what the index does not have, one run of twine a file, in the manifest's order. Returns null when every file was sent,
 * else the outcome. After a break the index is asked, by hash, whether the file arrived all the same.
 */
export async function sendRelease(
  world: World,
  broker: Broker,
  approved: Countersigned,
  alreadyThere: readonly string[],
  signal: AbortSignal,
): Promise<PublishOutcome | null> {
  const names = approved.plan.manifest.artifacts.map(artifact => artifact.filename);
  const sent = [...alreadyThere];
  for (const filename of names.filter(name => !alreadyThere.includes(name))) {
    world.progress.report(`Sending ${filename}…`);
    const result = await runUpload(broker, approved, filename, signal);
    if (result.outcome === 'uploaded') {
      sent.push(filename);
      continue;
    }
    const arrival = await askArrival(world, approved.plan, filename, result);
    if (arrival === 'arrived') sent.push(filename);
    else return stopped(approved.plan, filename, result, arrival === 'unknown', sent);
  }
  return null;
}

/** Once a file may be on its way, a broker that dies is an outcome: `Failure` would say that nothing was sent. */
async function runUpload(broker: Broker, approved: Countersigned, filename: string, signal: AbortSignal): ReturnType<Broker['upload']> {
  try {
    return await broker.upload(approved, filename, signal);
  } catch (error) {
    if (error instanceof Failure) return { outcome: 'crashed', detail: error.detail };
    throw error;
  }
}

type Arrival = 'arrived' | 'absent' | 'other' | 'unknown';

/** Only what may have reached the index is asked for, also after a cancel; a status 4xx is the index's own word. */
async function askArrival(world: World, plan: ReleasePlan, filename: string, failure: UploadFailure): Promise<Arrival> {
  if (!mayHaveArrived(failure)) return 'absent';
  const sha256 = plan.manifest.artifacts.find(artifact => artifact.filename === filename)?.sha256;
  try {
    const listing = await world.index.listing(plan.profile, plan.manifest.project, null);
    if (listing.kind === 'closed') return 'unknown';
    const file = listing.kind === 'listed' ? listing.files.find(listed => listed.filename === filename) : undefined;
    if (file === undefined) return 'absent';
    return file.sha256 === sha256 ? 'arrived' : file.sha256 === null ? 'unknown' : 'other';
  } catch (error) {
    if (error instanceof Failure) return 'unknown';
    throw error;
  }
}

function mayHaveArrived(failure: UploadFailure): boolean {
  switch (failure.outcome) {
    case 'connection':
      return failure.cause === 'dropped' || failure.cause === 'stalled' || failure.cause === 'other';
    case 'http':
      return failure.status >= 500 || /already exists/i.test(failure.reason);
    case 'crashed':
    case 'cancelled':
      return true;
    default:
      return false;
  }
}

function stopped(plan: ReleasePlan, filename: string, failure: UploadFailure, uncertain: boolean, sent: readonly string[]): PublishOutcome {
  const missing = plan.manifest.artifacts.map(artifact => artifact.filename).filter(name => !sent.includes(name));
  if (sent.length === 0 && !uncertain) {
    if (failure.outcome === 'http' && /already exists/i.test(failure.reason)) return { kind: 'exists', filename, ...nameOf(plan) };
    return { kind: 'failed', filename, failure, ...nameOf(plan) };
  }
  return { kind: 'partly', sent, missing, filename, uncertain, failure, folder: plan.folder, digest: plan.digest, ...nameOf(plan) };
}
