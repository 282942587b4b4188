import { Cancelled, Failure } from '../core/failure.ts';
import type { PublishOutcome } from '../core/outcome/publishOutcome.ts';
import { nameOf, type ReleasePlan } from '../core/release/releasePlan.ts';
import type { IndexListing } from './ports.ts';
import type { World } from './world.ts';

const LIMIT_MS = 120_000;
const PAUSE_MS = 1_500;

type Verdict =
  | { readonly kind: 'same' }
  | { readonly kind: 'differs'; readonly filename: string }
  | { readonly kind: 'unverified'; readonly why: Doubt };
type Doubt = Extract<PublishOutcome, { kind: 'unverified' }>['why'];

/** Asks the index until it lists every file with the hash that was approved. Its caches may lag: up to two minutes. */
export async function verifyRelease(world: World, plan: ReleasePlan, signal: AbortSignal): Promise<PublishOutcome> {
  const files = plan.manifest.artifacts.length;
  const verdict = await waitForListing(world, plan, signal);
  switch (verdict.kind) {
    case 'same':
      return { kind: 'published', files, ...nameOf(plan) };
    case 'differs':
      return { kind: 'differs', filename: verdict.filename, ...nameOf(plan) };
    case 'unverified':
      return { kind: 'unverified', files, why: verdict.why, ...nameOf(plan) };
  }
}

async function waitForListing(world: World, plan: ReleasePlan, signal: AbortSignal): Promise<Verdict> {
  const deadline = world.clock.now() + LIMIT_MS;
  let verdict: Verdict;
  do {
    world.progress.report(`Comparing hashes on ${plan.profile.name}…`);
    verdict = await look(world, plan, signal);
    if (isFinal(verdict)) return verdict;
  } while (await pause(world, deadline, signal));
  return verdict;
}

function isFinal(verdict: Verdict): boolean {
  return verdict.kind !== 'unverified' || verdict.why === 'closed' || verdict.why === 'no-hashes' || verdict.why === 'cancelled';
}

/** False when the time is up or a person will not wait: what was sent stays sent, so a cancel is no error here. */
async function pause(world: World, deadline: number, signal: AbortSignal): Promise<boolean> {
  if (world.clock.now() + PAUSE_MS > deadline || signal.aborted) return false;
  try {
    await world.clock.sleep(PAUSE_MS, signal);
    return true;
  } catch (error) {
    if (error instanceof Cancelled) return false;
    throw error;
  }
}

async function look(world: World, plan: ReleasePlan, signal: AbortSignal): Promise<Verdict> {
  try {
    return judge(await world.index.listing(plan.profile, plan.manifest.project, signal), plan);
  } catch (error) {
    if (error instanceof Failure) return unverified('unreachable');
    if (error instanceof Cancelled) return unverified('cancelled');
    throw error;
  }
}

function judge(listing: IndexListing, plan: ReleasePlan): Verdict {
  if (listing.kind === 'closed') return unverified('closed');
  const listed = new Map(listing.kind === 'listed' ? listing.files.map(file => [file.filename, file.sha256]) : []);
  const { artifacts } = plan.manifest;
  if (artifacts.some(artifact => !listed.has(artifact.filename))) return unverified('not-listed');
  if (artifacts.some(artifact => listed.get(artifact.filename) === null)) return unverified('no-hashes');
  const other = artifacts.find(artifact => listed.get(artifact.filename) !== artifact.sha256);
  return other ? { kind: 'differs', filename: other.filename } : { kind: 'same' };
}

const unverified = (why: Doubt): Verdict => ({ kind: 'unverified', why });
