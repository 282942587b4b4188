import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { projectRoot } from '../scripts/lib/projectRoot.mjs';
import { approvalPage } from '../test/e2e/support/approvalPage.ts';
import { openWorkbench, type Workbench } from '../test/e2e/support/openWorkbench.ts';
import { waitForCommand } from '../test/e2e/support/quickInput.ts';
import { probeHost, type HostProbe } from './support/hostProbe.ts';
import type { PackedExtension } from './support/packed.ts';
import type { Row } from './support/row.ts';
import { median, spread } from './support/statistics.ts';

const RUNS = 3;
const ATTEMPTS = 3;
const MOST_MEGABYTES = 30;
const MB = 1024 * 1024;
const SETTLE_MS = 8000;
const PATIENCE_MS = 60_000;
const COMMAND = 'Countersign: Rehearse Publish';

interface Answer {
  readonly bytes: number;
  readonly calls: Awaited<ReturnType<HostProbe['calls']>>;
}

interface HostRun {
  readonly without: Answer;
  readonly activated: Answer;
  readonly published: Answer;
}

/** The extension host without us, with us, and after a rehearsal: what we start by ourselves, and what we leave in its memory. */
export async function measureHost(packed: PackedExtension): Promise<readonly Row[]> {
  const runs: HostRun[] = [];
  for (let run = 0; run < RUNS; run++) {
    const [without] = await patiently(() => inHost({}, async () => undefined));
    const [activated, published] = await patiently(() => inHost({ vsix: packed.vsix }, rehearse));
    if (without === undefined || activated === undefined || published === undefined) throw new Error('The probe did not answer.');
    runs.push({ without, activated, published });
  }
  return [callsRow(runs), memoryRow(runs)];
}

/** The probe races with the window; on a busy machine it may lose. */
async function patiently<T>(attempt: () => Promise<T>): Promise<T> {
  for (let left = ATTEMPTS; left > 1; left--) {
    try {
      return await attempt();
    } catch (error) {
      console.log(`Once more: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return attempt();
}

/** Asks the probe when the window has settled, and again after what is done in it. The probe must be quicker than the window. */
async function inHost(options: { vsix?: string }, work: (workbench: Workbench) => Promise<void>): Promise<Answer[]> {
  const mark = randomUUID();
  const project = join(projectRoot, 'test', 'fixtures', 'quick');
  const probing = probeHost(mark);
  probing.catch(() => undefined);
  const workbench = await openWorkbench({ host: 'current', folder: project, env: { COUNTERSIGN_PROBE: mark }, ...options });
  try {
    const probe = await probing;
    const before = await askSettled(probe);
    await work(workbench);
    const after = await askSettled(probe);
    probe.close();
    return [before, after];
  } finally {
    await workbench.close();
  }
}

async function rehearse(workbench: Workbench): Promise<void> {
  await waitForCommand(workbench.page, COMMAND, PATIENCE_MS);
  await workbench.runCommand(COMMAND);
  const approval = approvalPage(await workbench.waitForApprovalPage(PATIENCE_MS));
  await approval.press('Approve');
  await approval.heading('Rehearsed and verified');
  await approval.page.close();
  await workbench.notification('went through the rehearsal');
}

async function askSettled(probe: HostProbe): Promise<Answer> {
  await wait(SETTLE_MS);
  return { bytes: await probe.memory(), calls: await probe.calls() };
}

function callsRow(runs: readonly HostRun[]): Row {
  const ours = runs.map(({ activated }) => activated.calls.filter(({ isOurs }) => isOurs).length);
  const all = (pick: (run: HostRun) => Answer): number => median(runs.map(run => pick(run).calls.length));
  const after = median(runs.map(({ published }) => published.calls.filter(({ isOurs }) => isOurs).length));
  return {
    what: 'Programs started and connections opened before a command is run',
    target: '0',
    measured: `${Math.max(...ours)} (in each of ${runs.length} runs)`,
    beside: `by everybody: ${all(run => run.without)} without us, ${all(run => run.activated)} with us; by us in a rehearsal: ${after}`,
    isMet: ours.every(count => count === 0) && after > 0,
  };
}

function memoryRow(runs: readonly HostRun[]): Row {
  const growth = runs.map(({ published, without }) => (published.bytes - without.bytes) / MB);
  const activated = runs.map(({ activated: answer, without }) => (answer.bytes - without.bytes) / MB);
  return {
    what: "Growth of the extension host's memory by us, after a publish and a collection (`heapUsed` + `external`)",
    target: `≤ ${MOST_MEGABYTES} MB`,
    measured: spread(growth, 'MB', 1),
    beside: `after activation: ${spread(activated, 'MB', 1)}; the host without us: ${spread(
      runs.map(({ without }) => without.bytes / MB),
      'MB',
      1,
    )}`,
    isMet: median(growth) <= MOST_MEGABYTES,
  };
}
