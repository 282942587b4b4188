import { expect, test } from 'vitest';

import type { ReportedFinding } from '../../../../src/core/checks/runChecks.ts';
import { hoverLines, type HoverFacts } from '../../../../src/core/documents/hoverLines.ts';
import { readDocument } from '../../../../src/core/documents/readDocument.ts';
import type { PackageFacts } from '../../../../src/core/indexFacts/indexFacts.ts';
import { readLock } from '../../../../src/core/locks/readLock.ts';
import { readNameList } from '../../../../src/core/names/nameList.ts';
import { listed, release } from '../indexFacts/samples.ts';

const LOCK = readLock(
  'uv.lock',
  'uv-lock',
  'version = 1\n[[package]]\nname = "idna"\nversion = "3.10"\nsource = { registry = "https://index.example/simple/" }\n',
);
const RELEASES = [
  release('3.9'),
  release('3.10', { uploadedAt: Date.UTC(2026, 1, 3) }),
  release('3.11', { yanked: 'bad' }),
  release('4.0rc1'),
];

test('from the file to the lock to the index, a line each', () => {
  expect(lines('idna>=3', { locks: [LOCK], index: facts(listed('idna', RELEASES)) })).toEqual([
    'idna>=3: not pinned · lock 3.10',
    'Locked in uv.lock: 3.10.',
    'Latest on PyPI: 3.10 of 3 Feb 2026 (index data of 1 Jan 1970, 00:00 UTC).',
  ]);
});

test.each<[string, PackageFacts, string]>([
  ['a project that is not there', { ...listed('idna', []), kind: 'absent' }, 'Not on PyPI (index data of 1 Jan 1970, 00:00 UTC).'],
  ['one in a state', listed('idna', [], { status: 'archived', statusReason: 'moved' }), 'PyPI lists it as archived: moved.'],
  ['one in a state without reason', listed('idna', [], { status: 'quarantined' }), 'PyPI lists it as quarantined.'],
])('%s', (_, known, expected) => {
  expect(lines('idna', { index: facts(known) })).toEqual(['idna: not pinned', expected]);
});

test('how popular it is comes last, with the age of the list', () => {
  const names = readNameList('2026-04-01\nidna\n');
  expect(lines('idna>=3', { names, index: facts(listed('idna', RELEASES)) }).at(-1)).toBe(
    'One of the ten most downloaded projects (list of 2026-04-01).',
  );
  expect(lines('other', { names })).toEqual(['other: not pinned']);
});

test('only what is found in the requirement is told, with its rule', () => {
  const finding = (character: number): ReportedFinding => ({
    rule: 'dep/yanked',
    severity: 'warning',
    message: `At ${character}.`,
    file: 'pyproject.toml',
    span: { start: { line: 1, character }, end: { line: 1, character: character + 2 } },
  });
  expect(lines('idna', { findings: [finding(2), finding(17), { ...finding(17), file: 'other.toml' }] })).toEqual([
    'idna: not pinned',
    'At 17. [dep/yanked]',
  ]);
});

test('what cannot be read is told as it is written, made visible', () => {
  expect(lines('idna\u202e=>3')).toEqual(['idna\\u{202e}=>3']);
});

function lines(requirement: string, over: Partial<HoverFacts> = {}): readonly string[] {
  const read = readDocument('pyproject.toml', 'pyproject', `[project]\ndependencies = ["${requirement}"]\n`)?.requirements[0];
  if (read === undefined) throw new Error('There is no requirement.');
  return hoverLines(read, { findings: [], locks: [], index: null, names: null, ...over });
}

function facts(known: PackageFacts): HoverFacts['index'] {
  return { packages: new Map([[known.name, known]]), asOf: 0 };
}
