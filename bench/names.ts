import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

import { readLabelledNames, type LabelledName } from '../scripts/names/nameData.mjs';
import { isMainProgram } from '../scripts/lib/isMainProgram.mjs';
import { projectRoot } from '../scripts/lib/projectRoot.mjs';
import { lookAlikeOf } from '../src/core/checks/names/lookAlikeOf.ts';
import { judgeName } from '../src/core/names/judgeName.ts';
import { readNameList, type NameList } from '../src/core/names/nameList.ts';
import { normalizeName } from '../src/core/names/normalizeName.ts';
import { nameRules } from './support/nameRules.ts';
import type { Row } from './support/row.ts';
import { median, spread } from './support/statistics.ts';

const ROUNDS = 3;
const DEPENDENCIES = 30;
const MOST_P99_MS = 0.2;
const MOST_PROJECT_MS = 1;
const MOST_LOAD_MS = 60;
const MOST_KILOBYTES = 130;
const [START, END] = ['<!-- comparison -->', '<!-- /comparison -->'];

/** How fast names are judged; and, written into `docs/names.md`, how well, beside the rules of other tools. */
export async function measureNames(): Promise<readonly Row[]> {
  const packed = await readFile(join(projectRoot, 'data', 'names', 'names.txt.br'));
  const [list, loaded] = timed(() => readNameList(brotliDecompressSync(packed).toString('utf8')));
  const [, first] = timed(() => judgeName('reqeusts', list));
  const labelled = await readLabelledNames();
  await writeComparison(await comparison(labelled, list));
  return [speedRow(labelled, list), projectRow(labelled, list), loadRow(loaded, first), sizeRow(packed.length)];
}

/** In milliseconds. */
function timed<T>(work: () => T): readonly [T, number] {
  const begun = performance.now();
  const result = work();
  return [result, performance.now() - begun];
}

/** Each name three times, and the time in the middle: a machine that does something else now and then makes the highest ones by itself. */
function speedRow(labelled: readonly LabelledName[], list: NameList): Row {
  const rounds = Array.from({ length: ROUNDS }, () => labelled.map(({ name }) => timed(() => judgeName(name, list))[1]));
  const times = labelled.map((_, place) => median(rounds.map(round => round[place] ?? 0)));
  const sorted = times.toSorted((one, other) => one - other);
  const [middle = 0, high = 0] = [sorted[Math.floor(sorted.length / 2)], sorted[Math.floor(sorted.length * 0.99)]];
  return {
    what: `Judging a name, 99 of 100`,
    target: `≤ ${MOST_P99_MS} ms`,
    measured: `${high.toFixed(2)} ms (median ${middle.toFixed(3)} ms, ${times.length} names)`,
    beside: '',
    isMet: high <= MOST_P99_MS,
  };
}

/** As a keystroke meets them: none is in the list, and each was judged before. */
function projectRow(labelled: readonly LabelledName[], list: NameList): Row {
  const names = labelled.flatMap(({ name }) => (list.ranks.has(name) ? [] : normalizeName(name))).slice(0, DEPENDENCIES);
  const times = Array.from({ length: 100 }, () => timed(() => names.map(name => lookAlikeOf(name, list)))[1]);
  return {
    what: `Judging the ${names.length} dependencies of a project again`,
    target: `≤ ${MOST_PROJECT_MS} ms`,
    measured: spread(times, 'ms', 3),
    beside: '',
    isMet: median(times) <= MOST_PROJECT_MS,
  };
}

function loadRow(loaded: number, first: number): Row {
  return {
    what: 'Reading the list of names, when it is first needed',
    target: `≤ ${MOST_LOAD_MS} ms`,
    measured: `${loaded.toFixed(0)} ms`,
    beside: `what the first name that has close ones needs besides: ${first.toFixed(0)} ms, in the editor part by part`,
    isMet: loaded <= MOST_LOAD_MS,
  };
}

function sizeRow(bytes: number): Row {
  const kilobytes = bytes / 1000;
  return {
    what: 'Size of the list of names, as it ships',
    target: `≤ ${MOST_KILOBYTES} kB`,
    measured: `${kilobytes.toFixed(0)} kB`,
    beside: '',
    isMet: kilobytes <= MOST_KILOBYTES,
  };
}

interface Figures {
  readonly recall: number;
  readonly meanPerTarget: number;
  readonly published: number;
  readonly falseAlarms: Readonly<Record<string, number>>;
}

/** Ours as cross-validated, since the fit has seen these names; the others as they are. */
async function comparison(labelled: readonly LabelledName[], list: NameList): Promise<string> {
  const { figures } = JSON.parse(await readFile(join(projectRoot, 'data', 'names', 'crossValidation.json'), 'utf8')) as {
    figures: readonly Figures[];
  };
  const rows = [
    ...nameRules.map(({ name, places, targetOf }) =>
      line(
        `${name}, ${places} names`,
        figuresOf(labelled, each => !list.ranks.has(each) && targetOf(each, list) !== null),
      ),
    ),
    line('**Countersign, 15000 names, cross-validated**', averageOf(figures)),
  ];
  return [
    '| rules | recall | mean per target | published pairs | new | tail | rand | fresh |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n');
}

function figuresOf(labelled: readonly LabelledName[], isSuspicious: (name: string) => boolean): Figures {
  const hits = new Set(labelled.filter(({ name }) => isSuspicious(normalizeName(name))));
  const share = (of: readonly LabelledName[]): number =>
    of.length === 0 ? 0 : (100 * of.filter(each => hits.has(each)).length) / of.length;
  const typos = labelled.filter(({ label, kind, targetInList }) => label === 1 && kind === 'typo' && targetInList === true);
  const targets = [...new Set(typos.map(({ target }) => target))];
  const perTarget = targets.map(target => share(typos.filter(each => each.target === target)));
  return {
    recall: share(typos),
    meanPerTarget: perTarget.reduce((sum, each) => sum + each, 0) / perTarget.length,
    published: share(typos.filter(({ source }) => source !== 'malreg')),
    falseAlarms: Object.fromEntries(
      sources.map(source => [source, share(labelled.filter(each => each.label === 0 && each.source === source))]),
    ),
  };
}

const sources = ['new', 'tail', 'rand', 'fresh'];

function averageOf(all: readonly Figures[]): Figures {
  const mean = (pick: (figures: Figures) => number): number => all.reduce((sum, each) => sum + pick(each), 0) / all.length;
  return {
    recall: mean(each => each.recall),
    meanPerTarget: mean(each => each.meanPerTarget),
    published: mean(each => each.published),
    falseAlarms: Object.fromEntries(sources.map(source => [source, mean(each => each.falseAlarms[source] ?? 0)])),
  };
}

function line(name: string, { recall, meanPerTarget, published, falseAlarms }: Figures): string {
  const shares = [recall, meanPerTarget, published].map(share => share.toFixed(1));
  return `| ${[name, ...shares, ...sources.map(source => (falseAlarms[source] ?? 0).toFixed(2))].join(' | ')} |`;
}

async function writeComparison(table: string): Promise<void> {
  const file = join(projectRoot, 'docs', 'names.md');
  const text = await readFile(file, 'utf8');
  const [start, end] = [text.indexOf(START), text.indexOf(END)];
  if (start < 0 || end < start) throw new Error('docs/names.md has no place for the comparison.');
  await writeFile(file, `${text.slice(0, start)}${START}\n\n${table}\n\n${text.slice(end)}`);
}

/** By itself: `node bench/names.ts`, with a Node that reads TypeScript. */
if (isMainProgram(import.meta.url)) for (const { what, measured } of await measureNames()) console.log(`${what}: ${measured}`);
