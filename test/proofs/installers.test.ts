import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

import { cacheFolder } from '../../scripts/lib/cacheFolder.mjs';
import { findPython } from '../../scripts/lib/findPython.mjs';
import { isPinnedAndHashed } from '../../src/core/requirementsFile/pinnedAndHashed.ts';
import { documentsOf, expectedVerdict, readInstallerCases, type InstallerCases } from '../data/installers/readCases.ts';
import { recordFigures } from './recordFigures.ts';

test('"pinned and hashed" is said of exactly the files that pip and uv accept', async () => {
  const asked = await askInstallers();
  const kept = new Map(readInstallerCases().cases.map(one => [one.id, one.verdict]));
  const wrong = asked.cases.filter(one => isPinnedAndHashed(one.entry, documentsOf(one)) !== expectedVerdict(one)).map(({ id }) => id);
  await recordFigures('installers', 'Against the installers', figures(asked, wrong.length));
  expect(wrong).toEqual([]);
  expect(asked.cases.filter(({ id, verdict }) => kept.get(id) !== verdict).map(({ id }) => id)).toEqual([]);
});

/** Makes the files anew and runs the real tools on them. */
async function askInstallers(): Promise<InstallerCases> {
  const folder = await mkdtemp(join(tmpdir(), 'countersign-installers-'));
  try {
    const output = join(folder, 'cases.json.gz');
    const { executable } = await findPython();
    const script = join(import.meta.dirname, '../../scripts/makeInstallerCases.py');
    await promisify(execFile)(executable, ['-B', script, output, cacheFolder('installers')]);
    return readInstallerCases(output);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function figures({ tools, cases }: InstallerCases, wrong: number): readonly string[] {
  const named = Object.entries(tools).map(([tool, version]) => `${tool.split(' ', 1).join('')} ${version}`);
  const accepted = cases.filter(({ verdict }) => verdict).length;
  const misread = cases.filter(one => one.misread).length;
  return [
    `Requirements files with every trap that we know, and mixtures of them made at random with a fixed seed (\`scripts/makeInstallerCases.py\`), given to`,
    `${named.join(', ')} in hash-checking mode. Files with markers are judged for Linux, Windows and macOS.`,
    '',
    '| what | files |',
    '| --- | ---: |',
    `| all | ${cases.length} |`,
    `| accepted by all installers, everywhere | ${accepted} |`,
    ...Object.entries(tools).map(
      ([tool]) => `| asked of ${tool} · refused by it | ${countOf(cases, tool, true)} · ${countOf(cases, tool, false)} |`,
    ),
    `| accepted, but a part of a line is passed over: not called pinned and hashed | ${misread} |`,
    `| judged otherwise by Countersign | ${wrong} |`,
    '',
    'The quickest tool is asked first, and what one refuses is not asked of the next.',
  ];
}

function countOf(cases: InstallerCases['cases'], tool: string, isAsked: boolean): number {
  return cases.filter(({ answers }) => {
    const own = Object.entries(answers).filter(([key]) => key.startsWith(`${tool} `));
    return isAsked ? own.length > 0 : own.some(([, { ok }]) => !ok);
  }).length;
}
