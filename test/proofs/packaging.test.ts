import { expect, test } from 'vitest';

import { replayAll } from '../data/packaging/replay.ts';
import { recordFigures } from './recordFigures.ts';

const titles: Readonly<Record<string, string>> = {
  versions: 'texts as versions: valid or not, normalised, local part, pre-release',
  order: 'pairs of versions: order and equality',
  specifiers: 'texts as specifiers: valid or not, their clauses',
  containment: 'versions in specifiers, with and without pre-releases',
  satisfiable: 'specifiers that some version can satisfy',
  requirements: 'texts as requirements: valid or not, name, extras, clauses, URL, marker',
  markers: 'texts as markers: valid or not',
  together: 'pairs of markers: none that hold in one environment is said to exclude the other',
};

test('versions, specifiers, requirements and markers are read as packaging reads them', async () => {
  const replays = replayAll();
  const source = replays[0]?.source ?? '';
  await recordFigures('packaging', 'Against packaging', [
    `Cases made at random with a fixed seed, a third to a half of the texts damaged, and judged by Python's ${source} (\`scripts/makePackagingCases.py\`).`,
    '',
    '| what | cases | differences |',
    '| --- | ---: | ---: |',
    ...replays.map(({ kind, cases, differences }) => `| ${titles[kind] ?? kind} | ${cases} | ${differences.length} |`),
  ]);
  expect(replays.flatMap(({ differences }) => differences)).toEqual([]);
});
