import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

import { runProgram } from '../scripts/lib/runProgram.mjs';
import { routes } from '../src/core/messages/pageMessages.ts';
import { RawPage } from '../test/contract/broker/rawPage.ts';
import type { PackedExtension } from './support/packed.ts';
import { findChild, residentMegabytes } from './support/processes.ts';
import type { Row } from './support/row.ts';
import { setScene, type Scene } from './support/scene.ts';
import { median, spread } from './support/statistics.ts';

const RUNS = 9;
const MOST_TIMES = 1.25;
const MORE_SECONDS = 0.3;
const MOST_MEGABYTES = 90;
const IDLE_MS = 1500;

interface BrokerRun {
  readonly seconds: number;
  readonly idle: number;
  readonly peak: number;
}

/** The demo's two files: approved and sent by a broker, and by twine alone, in turns. */
export async function measurePublish(packed: PackedExtension): Promise<readonly Row[]> {
  const scene = await setScene(packed);
  const ours: BrokerRun[] = [];
  const twine: number[] = [];
  try {
    await sendWithTwine(scene, packed.python);
    for (let run = 0; run < RUNS; run++) {
      ours.push(await sendWithBroker(scene));
      twine.push(await sendWithTwine(scene, packed.python));
    }
    return [timeRow(ours, twine), await memoryRow(ours)];
  } finally {
    await scene.remove();
  }
}

async function sendWithBroker(scene: Scene): Promise<BrokerRun> {
  await scene.index.control('/reset');
  let idle = 0;
  let approvedAt = 0;
  const page: { open?: RawPage } = {};
  const broker = await scene.openBroker(async url => {
    page.open = new RawPage(url);
    await page.open.enter();
    await wait(IDLE_MS);
    idle = (await residentMegabytes(await findChild('broker.cjs'))).now;
    const { status, body } = await page.open.post(routes.approve, { method: 'none', token: null });
    if (status !== 200 || body !== '{}') throw new Error(`The approval was answered with ${status}: ${body}`);
    approvedAt = performance.now();
  });
  const pid = await findChild('broker.cjs');
  await sendAll(broker, scene);
  const seconds = (performance.now() - approvedAt) / 1000;
  broker.showVerifying();
  const { peak } = await residentMegabytes(pid);
  broker.end({ tone: 'good', title: '', detail: '', link: null, resumable: false });
  page.open?.leave();
  broker.close();
  await gone(pid);
  return { seconds, idle, peak };
}

async function sendAll(broker: Awaited<ReturnType<Scene['openBroker']>>, { plan, index }: Scene): Promise<void> {
  const { signal } = new AbortController();
  const approved = await broker.countersign(plan, { alreadyThere: [], notes: [], rehearsalControlUrl: index.controlUrl }, signal);
  if ('notApproved' in approved) throw new Error(`It was not approved: ${approved.notApproved}.`);
  for (const { filename } of plan.manifest.artifacts) {
    const { outcome } = await broker.upload(approved, filename, signal);
    if (outcome !== 'uploaded') throw new Error(`${filename}: ${outcome}.`);
  }
}

/** As people run it by hand, once a file: the same environment, the same index, the token in a variable. */
async function sendWithTwine({ index, plan }: Scene, python: string): Promise<number> {
  await index.control('/reset');
  const env = {
    ...process.env,
    TWINE_USERNAME: '__token__',
    TWINE_PASSWORD: await index.mint(),
    // The environment is shared with tests that compare its every byte.
    PYTHONDONTWRITEBYTECODE: '1',
  };
  const began = performance.now();
  for (const { filename } of plan.manifest.artifacts) {
    const args = [
      'upload',
      '--repository-url',
      index.uploadUrl,
      '--non-interactive',
      '--disable-progress-bar',
      join(plan.folder, filename),
    ];
    await runProgram(python, ['-m', 'twine', ...args], { env, cwd: plan.folder });
  }
  return (performance.now() - began) / 1000;
}

async function gone(pid: number): Promise<void> {
  while (await residentMegabytes(pid).then(Boolean, () => false)) await wait(50);
}

function timeRow(ours: readonly BrokerRun[], twine: readonly number[]): Row {
  const times = ours.map(({ seconds }) => seconds);
  const most = median(twine) * MOST_TIMES + MORE_SECONDS;
  return {
    what: 'From the approval to the last of two files uploaded',
    target: `≤ ${MOST_TIMES} × twine + ${MORE_SECONDS} s = ${most.toFixed(2)} s`,
    measured: spread(times, 's', 2),
    beside: `bare \`twine upload\`, once a file: ${spread(twine, 's', 2)}`,
    isMet: median(times) <= most,
  };
}

async function memoryRow(ours: readonly BrokerRun[]): Promise<Row> {
  const [idle, peak] = [ours.map(run => run.idle), ours.map(run => run.peak)];
  const empty = await emptyNode();
  return {
    what: 'Memory of the broker process, waiting for a person and at its highest',
    target: `≤ ${MOST_MEGABYTES} MB`,
    measured: `${spread(idle, 'MB', 0)}; highest ${spread(peak, 'MB', 0)}`,
    beside: `an empty Node process: ${empty.toFixed(0)} MB`,
    isMet: median(peak) <= MOST_MEGABYTES,
  };
}

async function emptyNode(): Promise<number> {
  const child = fork(join(import.meta.dirname, 'support', 'emptyProcess.cjs'), [], { env: {}, execArgv: [] });
  try {
    await once(child, 'message');
    return (await residentMegabytes(Number(child.pid))).peak;
  } finally {
    child.kill();
  }
}
