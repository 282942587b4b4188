import type { IndexProfile } from '../core/indexes/indexProfile.ts';
import type { ReportedFinding } from '../core/checks/runChecks.ts';
import { readToolTable } from '../core/project/toolTable.ts';
import type { PublishOutcome } from '../core/outcome/publishOutcome.ts';
import { nameOf, planRelease, type ReleasePlan, type StagedRelease } from '../core/release/releasePlan.ts';
import { checkProject, type CheckOptions } from './checkProject.ts';
import { compareWithIndex } from './compareWithIndex.ts';
import { judgeReleaseName } from './judgeReleaseName.ts';
import type { PageFacts } from './ports.ts';
import { recordRelease } from './recordRelease.ts';
import { sendRelease } from './sendRelease.ts';
import { stageRelease, type ReleaseSource } from './stageRelease.ts';
import { verifyRelease } from './verifyRelease.ts';
import type { World } from './world.ts';

export type Destination = { readonly kind: 'profile'; readonly profile: IndexProfile } | { readonly kind: 'rehearsal' };

export interface PublishRequest {
  readonly source: ReleaseSource;
  readonly destination: Destination;
  /** Called with the outcome while the broker's page is still open, so that the page can show it. */
  readonly explain: (outcome: PublishOutcome) => PageEnding;
}

export type PageEnding = Parameters<Awaited<ReturnType<World['openBroker']>>['end']>[0];

/**
 * From a project to a release on an index. Each step hands on a type that only it can make, so none can be skipped;
 * every ending is one `PublishOutcome`. Throws `Failure` only while nothing has been sent, and `Cancelled` before approval.
 */
export async function publish(world: World, request: PublishRequest, signal: AbortSignal): Promise<PublishOutcome> {
  const judged = await judgeSource(world, request.source, signal);
  if (judged.blocking.length > 0) return { kind: 'blocked', what: 'The project', problems: judged.blocking };
  const staged = await stageRelease(world, request.source, isPrivate(request.destination), signal);
  if ('problems' in staged) return { kind: 'blocked', what: staged.what, problems: staged.problems };
  let outcome: PublishOutcome | null = null;
  try {
    outcome = await publishStaged(world, staged, judged, request, signal);
    return outcome;
  } finally {
    if (outcome?.kind !== 'partly' && request.source.kind !== 'staged') await world.files.removeStagingFolder(staged.folder);
  }
}

interface SourceJudgement {
  readonly blocking: readonly string[];
  /** For the approval page. */
  readonly warnings: readonly string[];
  /** Names that the project says it means, its own perhaps too. */
  readonly acceptedNames: readonly string[];
}

/** What makes a release impossible stops it; what only warns is shown where it is approved. */
async function judgeSource(world: World, source: ReleaseSource, signal: AbortSignal): Promise<SourceJudgement> {
  if (source.kind !== 'build') return { blocking: [], warnings: [], acceptedNames: [] };
  const options: CheckOptions = {
    profile: 'auto',
    pinning: 'advice',
    occasion: 'release',
    ownVersion: world.ownVersion,
    now: world.clock.now(),
    gather: null,
    names: world.names,
    only: null,
  };
  const { findings, documents } = await checkProject(world.projectFiles, source.projectFolder, options, signal);
  const blocking = findings.filter(blocksRelease).map(finding => `${finding.file}:${finding.span.start.line + 1}: ${finding.message}`);
  return {
    blocking,
    warnings: warningsIn(findings.filter(finding => !blocksRelease(finding))),
    acceptedNames: readToolTable(documents).names.map(({ name }) => name),
  };
}

/** What PyPI would certainly refuse, and what the project itself asks not to be published with. */
function blocksRelease({ severity, file, rejection }: ReportedFinding): boolean {
  return severity === 'error' && (rejection !== undefined || file === 'pyproject.toml');
}

function warningsIn(findings: readonly ReportedFinding[]): readonly string[] {
  const grave = findings.filter(({ severity }) => severity === 'error' || severity === 'warning');
  if (grave.length === 0) return [];
  const rules = [...new Set(grave.map(({ rule }) => rule))].join(', ');
  return [
    `The project's own files have ${grave.length === 1 ? 'one warning' : `${grave.length} warnings`} (${rules}): see Problems in VS Code.`,
  ];
}

async function publishStaged(
  world: World,
  staged: StagedRelease,
  { warnings, acceptedNames }: SourceJudgement,
  request: PublishRequest,
  signal: AbortSignal,
): Promise<PublishOutcome> {
  const { profile, controlUrl } = await destine(world, request.destination, signal);
  const plan = planRelease(staged, profile);
  const there = await compareWithIndex(world, plan, signal);
  if (there.conflict !== null) return { kind: 'exists', filename: there.conflict, ...nameOf(plan) };
  if (there.alreadyThere.length === staged.artifacts.length)
    return { kind: 'already-there', files: staged.artifacts.length, ...nameOf(plan) };
  const name = await judgeReleaseName(world.names, plan, there.isFirst, acceptedNames);
  if (name.problem !== null) return { kind: 'blocked', what: 'The release', problems: [name.problem] };
  const notes = [...there.notes, ...name.notes, ...warnings];
  return countersignAndSend(world, plan, { alreadyThere: there.alreadyThere, notes, rehearsalControlUrl: controlUrl }, request, signal);
}

function isPrivate(destination: Destination): boolean {
  return destination.kind === 'profile' && destination.profile.kind === 'private';
}

async function destine(
  world: World,
  destination: Destination,
  signal: AbortSignal,
): Promise<{ profile: IndexProfile; controlUrl: string | null }> {
  if (destination.kind === 'profile') return { profile: destination.profile, controlUrl: null };
  world.progress.report('Starting the built-in index…');
  return world.rehearsalIndex.start(signal);
}

async function countersignAndSend(
  world: World,
  plan: ReleasePlan,
  page: PageFacts,
  request: PublishRequest,
  signal: AbortSignal,
): Promise<PublishOutcome> {
  const broker = await world.openBroker(signal);
  try {
    world.progress.report('Waiting for your approval in the browser…');
    const approval = await broker.countersign(plan, page, signal);
    if ('notApproved' in approval) return ending(broker, { kind: 'not-approved', reason: approval.notApproved }, request);
    const stopped = await sendRelease(world, broker, approval, page.alreadyThere, signal);
    if (stopped !== null) return ending(broker, stopped, request);
    broker.showVerifying();
    const outcome = await verifyRelease(world, plan, signal);
    await recordRelease(world, plan, outcome);
    return ending(broker, outcome, request);
  } catch (error) {
    broker.close();
    throw error;
  }
}

function ending(broker: { end(words: PageEnding): void }, outcome: PublishOutcome, request: PublishRequest): PublishOutcome {
  broker.end(request.explain(outcome));
  return outcome;
}
