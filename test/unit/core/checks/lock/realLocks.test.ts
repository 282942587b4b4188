import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { lockForeignUrl } from '../../../../../src/core/checks/lock/lockForeignUrl.ts';
import { lockNoVersion } from '../../../../../src/core/checks/lock/lockNoVersion.ts';
import { lockStale } from '../../../../../src/core/checks/lock/lockStale.ts';
import { lockUnhashed } from '../../../../../src/core/checks/lock/lockUnhashed.ts';
import { lockUnpinned } from '../../../../../src/core/checks/lock/lockUnpinned.ts';
import { lockUnsupportedVersion } from '../../../../../src/core/checks/lock/lockUnsupportedVersion.ts';
import { lockVcs } from '../../../../../src/core/checks/lock/lockVcs.ts';
import { lockWeakHash } from '../../../../../src/core/checks/lock/lockWeakHash.ts';
import { findingsOf, marksOf } from '../dependencies/ruleFindings.ts';
import type { Texts } from '../projectFacts.ts';

const rules = [lockStale, lockUnhashed, lockUnpinned, lockWeakHash, lockNoVersion, lockVcs, lockUnsupportedVersion];

/** A project, and the lock that its tool has just made of it. */
const projects: readonly (readonly [string, Texts])[] = [
  ['uv', { 'pyproject.toml': fixture('uv.pyproject.toml'), 'uv.lock': fixture('uv.lock'), 'pylock.toml': fixture('pylock.toml') }],
  ['Poetry', { 'pyproject.toml': fixture('poetry.pyproject.toml'), 'poetry.lock': fixture('poetry.lock') }],
  ['Poetry 1', { 'pyproject.toml': fixture('poetry-1.pyproject.toml'), 'poetry.lock': fixture('poetry-1.lock') }],
  ['PDM', { 'pyproject.toml': fixture('pdm.pyproject.toml'), 'pdm.lock': fixture('pdm.lock') }],
  ['Pipenv', { Pipfile: fixture('Pipfile'), 'Pipfile.lock': fixture('Pipfile.lock') }],
];

test.each(projects)('a lock that %s has just made is in order', (_, texts) => {
  expect(rules.flatMap(rule => findingsOf(rule, texts, 'application'))).toEqual([]);
});

test.each(projects)('a bound that was raised since is seen, with %s', (_, texts) => {
  const raised = Object.entries(texts).map(([file, text]) => [
    file,
    /lock/.test(file) ? text : text.replace('==3.10', '==3.11').replace('"3.10"', '"3.11"'),
  ]);
  const marks = marksOf(lockStale, Object.fromEntries(raised) as Texts, 'application').filter(mark => !/:1 $/.test(mark));
  expect(marks.filter(mark => !mark.includes('3.11'))).toEqual([]);
  expect(marks).not.toEqual([]);
});

/** Its index and its files have hosts that have nothing to do with each other here. */
test('files at a host of their own are told of every package of an index', () => {
  const marks = marksOf(lockForeignUrl, { 'uv.lock': fixture('uv.lock') });
  expect(marks).toHaveLength(12);
  expect(marks[0]).toBe('warning uv.lock:12 attrs');
});

function fixture(file: string): string {
  return readFileSync(join(import.meta.dirname, '../../../../fixtures/locks', file), 'utf8');
}
