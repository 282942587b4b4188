import { expect, test } from 'vitest';

import { documentKindOf } from '../../../../src/core/documents/documentKindOf.ts';
import { readDocument } from '../../../../src/core/documents/readDocument.ts';
import { standingOf } from '../../../../src/core/documents/standing.ts';
import { lockKindOf, readLock } from '../../../../src/core/locks/readLock.ts';

const HASH = `sha256:${'ab'.repeat(32)}`;
const locked = (version: string, hash: string): string =>
  `[[package]]\nname = "idna"\nversion = "${version}"\nsource = { registry = "https://index.example/simple/" }\nwheels = [{ url = "https://files.example/idna.whl"${hash} }]\n`;
const HASHED = `version = 1\n${locked('3.10', `, hash = "${HASH}"`)}`;
const BARE = `version = 1\n${locked('3.10', '')}`;
const TWICE = `${HASHED}${locked('3.9', `, hash = "${HASH}"`)}`;

test.each([
  ['idna', 'not pinned'],
  ['idna>=3', 'not pinned'],
  ['idna<4', 'not pinned'],
  ['idna!=3.7', 'not pinned'],
  ['idna>=3,<4', '2 bounds'],
  ['idna~=3.1', '2 bounds'],
  ['idna==3.*', 'pinned to a series'],
  ['idna==3.10', 'pinned'],
  ['idna @ https://files.example/idna.whl', 'a URL'],
  ['idna @ git+https://code.example/idna@main', 'a branch or tag'],
  [`idna @ git+https://code.example/idna@${'a'.repeat(40)}`, 'pinned to a commit'],
])('%s', (requirement, expected) => {
  expect(phrase('pyproject.toml', listed(requirement))).toBe(expected);
});

test.each([
  ['in a lock', 'pyproject.toml', listed('idna>=3'), HASHED, 'not pinned · lock 3.10 · hashed'],
  ['in a lock without hashes', 'pyproject.toml', listed('idna>=3'), BARE, 'not pinned · lock 3.10'],
  ['in a lock in two versions', 'pyproject.toml', listed('idna>=3'), TWICE, 'not pinned'],
  [
    'in a lock of a format that is not known',
    'pyproject.toml',
    listed('idna>=3'),
    HASHED.replace('version = 1', 'version = 9'),
    'not pinned',
  ],
  ['in a requirements file, which no lock is asked for', 'requirements.txt', 'idna==3.10\n', HASHED, 'pinned · no hash'],
  ['with its hash', 'requirements.txt', `idna==3.10 --hash=${HASH}\n`, HASHED, 'pinned · hashed'],
  [
    'with the hash in its address',
    'requirements.txt',
    `idna @ https://files.example/idna.whl#sha256=${'ab'.repeat(32)}\n`,
    '',
    'a URL · hashed',
  ],
  ['in an input of a compiler', 'requirements.in', 'idna\n', '', 'not pinned'],
  ['in a script', 'run.py', '# /// script\n# dependencies = ["idna"]\n# ///\n', HASHED, 'not pinned'],
])('%s', (_, file, text, lock, expected) => {
  expect(phrase(file, text, lock)).toBe(expected);
});

test.each(['idna=>3', '???'])('%s has no standing', requirement => {
  expect(phrase('pyproject.toml', listed(requirement))).toBeNull();
});

test('what cannot be seen in a version is made visible', () => {
  expect(phrase('pyproject.toml', listed('idna'), HASHED.replace('3.10', '3\u202e10'))).toBe('not pinned · lock 3\\u{202e}10 · hashed');
});

function listed(requirement: string): string {
  return `[project]\ndependencies = ["${requirement}"]\n`;
}

function phrase(file: string, text: string, lock = ''): string | null {
  const kind = documentKindOf(file);
  const requirement = kind === null ? undefined : readDocument(file, kind, text)?.requirements[0];
  if (requirement === undefined) throw new Error('There is no requirement.');
  return standingOf(requirement, lock === '' ? [] : [readLock('uv.lock', lockKindOf('uv.lock') ?? 'uv-lock', lock)]);
}
