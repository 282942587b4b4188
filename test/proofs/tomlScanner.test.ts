import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';

import type * as scanning from '../../src/core/toml/scanToml.ts';
import { slips } from '../unit/core/toml/breakText.ts';
import { createChance } from '../unit/core/toml/chance.ts';
import { fuzzedText } from '../unit/core/toml/fuzzedText.ts';
import { generateToml } from '../unit/core/toml/generateToml.ts';
import { judgeAgreement } from '../unit/core/toml/judgeAgreement.ts';
import { judgeShape } from '../unit/core/toml/judgeShape.ts';
import { measureSlip, newMeasure, type TypingMeasure } from '../unit/core/toml/measureTyping.ts';
import { pyprojects } from '../unit/core/toml/pyprojects.ts';
import { recordFigures } from './recordFigures.ts';

const DOCUMENTS = 20_000;
const STATES_OF_A_FILE = 40;
const FUZZED = 100_000;
const MEGABYTE = 1_000_000;

const figures: string[] = [];

/** Bundled as the product is: the test runner's own modules are many times slower. */
let { scanToml } = {} as typeof scanning;

beforeAll(async () => {
  const entry = join(import.meta.dirname, '../../src/core/toml/scanToml.ts');
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'esm', minify: true, write: false });
  const [bundle] = outputFiles;
  ({ scanToml } = (await import(`data:text/javascript,${encodeURIComponent(bundle?.text ?? '')}`)) as typeof scanning);
});

afterAll(async () => {
  await recordFigures('toml-scanner', 'The tolerant TOML scanner', figures);
});

test('a pyproject of 50 KB is read in a keystroke', () => {
  const text = numberedCopies(Object.values(pyprojects).join('\n'), 50_000);
  const times = Array.from({ length: 500 }, () => timeOf(text)).slice(100);
  const sorted = times.toSorted((one, other) => one - other);
  const at = (share: number): number => sorted[Math.floor(sorted.length * share)] ?? 0;
  figures.push(
    '## Speed',
    '',
    `${(text.length / 1000).toFixed(0)} KB: median ${at(0.5).toFixed(2)} ms, p95 ${at(0.95).toFixed(2)} ms, fastest ${at(0).toFixed(2)} ms.`,
    '',
  );
  expect(at(0)).toBeLessThan(3);
});

test('valid documents are told as the strict parser tells them', async () => {
  const faults: string[] = [];
  let values = 0;
  for (let seed = 1; seed <= DOCUMENTS; seed += 1) {
    const judged = judgeAgreement(generateToml(createChance(seed)));
    values += judged?.values ?? 0;
    if (seed % 100 === 0) await setImmediate();
    faults.push(...(judged?.faults ?? ['no TOML']).map(fault => `document ${seed}: ${fault}`));
  }
  figures.push('## Agreement with the strict parser', '');
  figures.push(`${DOCUMENTS} generated documents, ${values} values: ${faults.length} differences in key, kind, value or place.`, '');
  expect(faults).toEqual([]);
});

test('dependencies are found while somebody types', async () => {
  const whole = newMeasure();
  let states = 0;
  figures.push('## While typing', '', '| slip | found | extra |', '|---|---|---|');
  for (const kind of Object.keys(slips)) {
    const measure = newMeasure();
    const chance = createChance(2026);
    for (const text of Object.values(pyprojects)) {
      for (let state = 0; state < STATES_OF_A_FILE; state += 1) measureSlip(text, kind, chance, measure);
    }
    await setImmediate();
    states += STATES_OF_A_FILE * Object.keys(pyprojects).length;
    add(whole, measure);
    figures.push(`| ${kind} | ${percent(measure.found, measure.expected)} | ${percent(measure.extra, measure.expected)} |`);
  }
  figures.push(`| **all** | ${percent(whole.found, whole.expected)} | ${percent(whole.extra, whole.expected)} |`, '');
  figures.push(
    `${states} broken states of ${Object.keys(pyprojects).length} files. Expected are the dependency strings that the slip does not go into, ` +
      `nor into their key or header (${percent(whole.leftOut, whole.leftOut + whole.expected)} are left out for that): found in the right table, at the right place.`,
    '',
  );
  expect(whole.found / whole.expected).toBeGreaterThanOrEqual(0.98);
  expect(whole.extra / whole.expected).toBeLessThanOrEqual(0.03);
});

test('no text crashes it, holds it up, or moves a place out of the text', async () => {
  const faults: string[] = [];
  let slowest = 0;
  for (let seed = 1; seed <= FUZZED; seed += 1) {
    const text = fuzzedText(seed);
    const start = performance.now();
    scanToml(text);
    slowest = Math.max(slowest, performance.now() - start);
    if (seed % 100 === 0) await setImmediate();
    faults.push(...judgeShape(text).map(fault => `text ${seed}: ${fault}`));
  }
  figures.push('## Fuzz', '', `${FUZZED} mutated texts: ${faults.length} faults, the slowest took ${slowest.toFixed(1)} ms.`, '');
  expect(faults).toEqual([]);
  expect(slowest).toBeLessThan(1000);
});

const repeated: Readonly<Record<string, string>> = {
  'a lock':
    '[[package]]\nname = "demo"\nversion = "1.0"\nwheels = [\n  { url = "https://files.example/demo.whl", hash = "sha256:00", size = 1 },\n]\n',
  'opening brackets': '[',
  'lists in a list': 'a=[[',
  'tables in a table': '{a=',
  'short values': 'a=1\n',
  'quotation marks': '"a" ',
  'unclosed strings': 'a="b, "\n',
  'unclosed long strings': 'a=\'\'\'\nb="""\\\n',
  'unclosed lists': 'a=[\n',
  'unclosed tables': 'a={\nb=1\n',
  'headers that are none': '[a b\n',
  'long paths': 'a.',
  escapes: 'a="\\n\\u0041"\n',
  blanks: 'a                                                  ',
  commas: 'a=["x"]\n,,,\n',
};

test.each(Object.keys(repeated))('5 MB of %s, and 100 MB', async name => {
  await setImmediate();
  const part = repeated[name] ?? '';
  const small = timeOf(part.repeat(Math.ceil((5 * MEGABYTE) / part.length)));
  const large = timeOf(part.repeat(Math.ceil((100 * MEGABYTE) / part.length)));
  if (figures.at(-1)?.startsWith('|') !== true)
    figures.push(
      '## Large texts',
      '',
      'Only the first 8 MB of a text, and 250,000 values, are read.',
      '',
      '| text | 5 MB | 100 MB |',
      '|---|---|---|',
    );
  figures.push(`| ${name} | ${small.toFixed(0)} ms | ${large.toFixed(0)} ms |`);
  expect(Math.max(small, large)).toBeLessThan(10_000);
});

function timeOf(text: string): number {
  const start = performance.now();
  scanToml(text);
  return performance.now() - start;
}

/** Copies with tables of their own, up to a length. */
function numberedCopies(text: string, length: number): string {
  let copies = '';
  for (let number = 1; copies.length + text.length < length; number += 1) copies += text.replace(/^( *\[+)/gm, `$1copy${number}.`) + '\n';
  return copies.length === 0 ? text : copies;
}

function add(whole: TypingMeasure, part: TypingMeasure): void {
  whole.expected += part.expected;
  whole.found += part.found;
  whole.leftOut += part.leftOut;
  whole.extra += part.extra;
}

function percent(part: number, whole: number): string {
  return `${((part / whole) * 100).toFixed(2)} %`;
}
