import { join } from 'node:path';

import { projectRoot } from '../scripts/lib/projectRoot.mjs';
import { LiveProject } from '../src/app/liveProject.ts';
import { readProject } from '../src/app/readProject.ts';
import type { ProjectFiles } from '../src/app/ports.ts';
import { marksOf } from '../src/core/checks/marks.ts';
import type { JudgeOptions, OutsideFacts } from '../src/core/checks/judgeProject.ts';
import { shippedNames } from '../src/node/shippedNames.ts';
import type { Row } from './support/row.ts';
import { median } from './support/statistics.ts';

const BYTES = 50 * 1024;
const EDITS = 400;
const MOST_MS = 10;
const PROJECTS = 500;
const MOST_PROJECTS_MS = 3000;
const MOST_BLOCK_MS = 50;

const options: JudgeOptions = { profile: 'auto', pinning: 'advice', occasion: 'writing', ownVersion: '0.1.0' };
const outside = async (): Promise<OutsideFacts> => ({
  names: { fact: await names() },
  index: { missing: 'not asked' },
  now: { fact: 0 },
});
const names = shippedNames(join(projectRoot, 'data', 'names', 'names.txt.br'));

/** Our own work for a keystroke: the file read again, the project judged, the marks chosen. And for a workspace full of projects. */
export async function measureTyping(): Promise<readonly Row[]> {
  return [
    typingRow('pyproject.toml', await keystrokes('pyproject.toml', pyproject())),
    typingRow('requirements.txt', await keystrokes('requirements.txt', requirements())),
    await workspaceRow(),
  ];
}

/** Milliseconds. `processor`: on average, of all threads; a busy machine makes only the others longer. */
interface Keystrokes {
  readonly times: readonly number[];
  readonly processor: number;
}

async function keystrokes(file: string, text: string): Promise<Keystrokes> {
  const project = await open('/typing', { [file]: text });
  const gathered = await outside();
  project.judge(gathered, options);
  const places = [...text.matchAll(/(?<=[a-z]{4})>=/g)].map(({ index }) => index);
  const times: number[] = [];
  const before = process.cpuUsage();
  for (let edit = 0; edit < EDITS; edit++) {
    const place = places[(edit * 7919) % places.length] ?? 0;
    const typed = `${text.slice(0, place)}x${edit % 2 === 0 ? '' : '"'}${text.slice(place)}`;
    const begun = performance.now();
    project.type(file, typed);
    marksOf(project.judge(gathered, options).findings, file, project.document(file));
    times.push(performance.now() - begun);
  }
  const { user, system } = process.cpuUsage(before);
  return { times, processor: (user + system) / 1000 / EDITS };
}

function typingRow(file: string, { times, processor }: Keystrokes): Row {
  const p95 = times.toSorted((one, other) => one - other)[Math.floor(times.length * 0.95)] ?? 0;
  return {
    what: `Own work for a keystroke in a \`${file}\` of 50 KB, 95 of 100`,
    target: `≤ ${MOST_MS} ms`,
    measured: `${p95.toFixed(1)} ms (median ${median(times).toFixed(1)} ms, highest ${Math.max(...times).toFixed(1)} ms, ${times.length} keystrokes)`,
    beside: `processor time of a keystroke, on average: ${processor.toFixed(1)} ms`,
    isMet: p95 <= MOST_MS,
  };
}

async function workspaceRow(): Promise<Row> {
  const texts = Object.fromEntries(Array.from({ length: PROJECTS }, (_, place) => [`/p${place}/pyproject.toml`, smallProject(place)]));
  const gathered = await outside();
  const blocks: number[] = [];
  const begun = performance.now();
  for (let place = 0; place < PROJECTS; place++) {
    const started = performance.now();
    const project = await open(`/p${place}`, { 'pyproject.toml': texts[`/p${place}/pyproject.toml`] ?? '' });
    project.judge(gathered, options);
    blocks.push(performance.now() - started);
  }
  const total = performance.now() - begun;
  const longest = Math.max(...blocks);
  return {
    what: `Reading and judging ${PROJECTS} projects, one after the other`,
    target: `≤ ${MOST_PROJECTS_MS / 1000} s, none longer than ${MOST_BLOCK_MS} ms`,
    measured: `${(total / 1000).toFixed(2)} s, longest ${longest.toFixed(1)} ms`,
    beside: '',
    isMet: total <= MOST_PROJECTS_MS && longest <= MOST_BLOCK_MS,
  };
}

async function open(folder: string, texts: Readonly<Record<string, string>>): Promise<LiveProject> {
  const files: ProjectFiles = {
    listBelow: async (_, isWanted) => Object.keys(texts).filter(isWanted),
    readDocument: async path => ({ text: texts[path.slice(folder.length + 1)] ?? '' }),
  };
  return new LiveProject(await readProject(files, folder));
}

/** Lists of dependencies, and the settings of tools between them, as the large files of real life have them. */
function pyproject(): string {
  const head =
    '[build-system]\nrequires = ["hatchling>=1.26"]\nbuild-backend = "hatchling.build"\n\n[project]\nname = "large"\nversion = "1.0"\n';
  let text = `${head}dependencies = [\n${listed(0, 300)}]\n\n[project.optional-dependencies]\n`;
  for (let part = 1; text.length < BYTES; part++)
    text += `part${part} = [\n${listed(part * 100, 20)}]\n\n[tool.part${part}]\nselect = ["E", "F"]\nmessage = "Some words. # no comment"\n\n[project.optional-dependencies]\n`;
  return text;
}

function listed(from: number, count: number): string {
  return Array.from(
    { length: count },
    (_, place) => `  "package${word(from + place)}>=2.${place}, <4; python_version >= '3.9'",  # why\n`,
  ).join('');
}

function requirements(): string {
  let text = '# Everything that runs.\n';
  for (let place = 0; text.length < BYTES; place++)
    text +=
      place % 3 === 0
        ? `package${word(place)}>=2.${place}\n`
        : `package${word(place)}==2.${place} \\\n    --hash=sha256:${'0123456789abcdef'.repeat(4)}\n`;
  return text;
}

function smallProject(place: number): string {
  return `[build-system]\nrequires = ["hatchling>=1.26"]\nbuild-backend = "hatchling.build"\n\n[project]\nname = "small-${place}"\nversion = "1.0"\ndependencies = [\n${listed(place, 20)}]\n`;
}

/** Letters, so that names are none but what they look like. */
function word(place: number): string {
  return String(place).replace(/\d/g, digit => 'abcdefghij'[Number(digit)] ?? '');
}
