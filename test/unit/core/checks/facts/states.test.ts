import { describe, expect, test } from 'vitest';

import { archived } from '../../../../../src/core/checks/facts/archived.ts';
import { nonexistent } from '../../../../../src/core/checks/facts/nonexistent.ts';
import { quarantined } from '../../../../../src/core/checks/facts/quarantined.ts';
import { tooNew } from '../../../../../src/core/checks/facts/tooNew.ts';
import { yanked } from '../../../../../src/core/checks/facts/yanked.ts';
import type { PackageFacts } from '../../../../../src/core/indexFacts/indexFacts.ts';
import { absent, AS_OF, DAY, digest, listed, NOW, release } from '../../indexFacts/samples.ts';
import { after, factsOf, findingsIn, marksIn, uvLock } from './factFindings.ts';

const pinned = { 'requirements.txt': 'demo==1.0  # why\n' };
const ranged = { 'requirements.txt': 'demo>=1.0\n' };
const locked = {
  'pyproject.toml': '[project]\nname = "own"\nversion = "1"\ndependencies = ["demo>=0.9"]\n',
  'uv.lock': uvLock({ demo: '1.0' }),
};
const transitive = { 'uv.lock': uvLock({ demo: '1.0' }) };

describe('dep/yanked', () => {
  const facts = listed('demo', ['0.9', release('1.0', { yanked: 'it deletes files' }), '1.1', '2.0']);

  test.each([
    ['a pin', pinned, ['requirements.txt:1:0']],
    ['a range, which no installer takes it for', ranged, []],
    ['a locked release, at the requirement', locked, ['pyproject.toml:4:17']],
    ['a locked release that only the lock names', transitive, ['uv.lock:5:8']],
    ['another spelling of the version', { 'requirements.txt': 'Demo==1.0.0\n' }, ['requirements.txt:1:0']],
    ['a pin and a lock of the same release, once', { ...pinned, ...transitive }, ['requirements.txt:1:0']],
    ['two pins', { ...pinned, 'requirements-dev.txt': 'demo==1.0\n' }, ['requirements.txt:1:0', 'requirements-dev.txt:1:0']],
    ['another release', { 'requirements.txt': 'demo==1.1\n' }, []],
    ['a requirement that points elsewhere', { 'requirements.txt': 'demo @ https://files.example/demo-1.0.tar.gz\n' }, []],
  ])('%s', (_, texts, expected) => {
    expect(marksIn(yanked, factsOf(texts, facts))).toEqual(expected);
  });

  test('a release that two locks hold is told once, and a requirement with two of them as well', () => {
    const poetry = '[[package]]\nname = "demo"\nversion = "1.0"\nfiles = []\n\n[metadata]\nlock-version = "2.1"\n';
    expect(marksIn(yanked, factsOf({ ...transitive, 'poetry.lock': poetry }, facts))).toHaveLength(1);
    const both = listed('demo', [release('1.0', { yanked: '' }), release('1.1', { yanked: '' })]);
    const lock = uvLock({ demo: '1.0' }) + uvLock({ demo: '1.1' }).slice(uvLock({}).length);
    expect(marksIn(yanked, factsOf({ 'pyproject.toml': locked['pyproject.toml'], 'uv.lock': lock }, both))).toEqual([
      'pyproject.toml:4:17',
    ]);
    expect(marksIn(yanked, factsOf({ 'uv.lock': lock }, both))).toHaveLength(2);
  });

  test('says why, and how old the data is', () => {
    const [finding] = findingsIn(yanked, factsOf(pinned, facts));
    expect(finding?.message).toBe(`demo 1.0 was yanked from PyPI: it deletes files. Take another release.${AS_OF}`);
  });

  test.each([
    ['the next good release', facts, 'demo==1.1  # why\n'],
    ['the one before, where none follows', listed('demo', ['0.9', release('1.0', { yanked: '' })]), 'demo==0.9  # why\n'],
    [
      'none that is younger than a week',
      listed('demo', ['0.9', release('1.0', { yanked: '' }), release('1.1', { uploadedAt: NOW - DAY })]),
      'demo==0.9  # why\n',
    ],
  ])('a pin is moved to %s', (_, known, expected) => {
    expect(after(pinned, findingsIn(yanked, factsOf(pinned, known))[0])).toBe(expected);
  });

  test('hashes move along', () => {
    const texts = { 'requirements.txt': `demo==1.0 \\\r\n    --hash=sha256:${'0'.repeat(64)}\r\nother==1\r\n` };
    const [finding] = findingsIn(yanked, factsOf(texts, facts));
    expect(after(texts, finding)).toBe(`demo==1.1 \\\r\n    --hash=sha256:${digest('demo-1.1.tar.gz')}\r\nother==1\r\n`);
  });

  test('hostile reasons are shown as what they are', () => {
    const known = listed('demo', [release('1.0', { yanked: `see\u202e ${'x'.repeat(5000)}` })]);
    const message = findingsIn(yanked, factsOf(pinned, known))[0]?.message ?? '';
    expect(message).toContain('\\u{202e}');
    expect(message.length).toBeLessThan(500);
  });
});

describe('dep/nonexistent', () => {
  test.each<[string, PackageFacts, Readonly<Record<string, string>>, readonly string[]]>([
    ['a name that nobody has', absent('demo'), ranged, ['requirements.txt:1:0']],
    ['a locked name that nobody has', absent('demo'), transitive, ['uv.lock:5:8']],
    ['a pinned version that is not there', listed('demo', ['1.1']), pinned, ['requirements.txt:1:0']],
    ['a version with a local part, which comes from elsewhere', listed('demo', ['1.1']), { 'requirements.txt': 'demo==1.0+cpu\n' }, []],
    ['a version that another index may have', listed('demo', ['1.1'], { isComplete: false }), pinned, []],
    ['a project in quarantine, of which nothing is listed', listed('demo', [], { status: 'quarantined' }), pinned, []],
    ['what is there', listed('demo', ['1.0']), pinned, []],
    ['what was not asked', listed('other', ['1.0']), pinned, []],
  ])('%s', (_, known, texts, expected) => {
    expect(marksIn(nonexistent, factsOf(texts, known))).toEqual(expected);
  });

  test('says what may come of it', () => {
    const [finding] = findingsIn(nonexistent, factsOf(ranged, absent('demo')));
    expect(finding).toMatchObject({
      message: `PyPI has no project demo. Whoever registers the name decides what is installed: check the spelling.${AS_OF}`,
      package: 'demo',
    });
  });
});

describe('PEP 792', () => {
  test.each<[PackageFacts['status'], string | null, string | null, string | null]>([
    ['active', null, null, null],
    ['archived', 'use new-demo', null, `demo is archived on PyPI: use new-demo. Faults found in it later may stay.${AS_OF}`],
    ['deprecated', null, null, `demo is deprecated on PyPI. Faults found in it later may stay.${AS_OF}`],
    ['quarantined', null, `PyPI holds demo in quarantine. It cannot be installed, and may be unsafe where it is.${AS_OF}`, null],
  ])('%s', (status, statusReason, inQuarantine, isArchived) => {
    const facts = factsOf(ranged, listed('demo', ['1.0'], { status, statusReason }));
    expect(findingsIn(quarantined, facts).map(({ message }) => message)).toEqual(inQuarantine === null ? [] : [inQuarantine]);
    expect(findingsIn(archived, facts).map(({ message }) => message)).toEqual(isArchived === null ? [] : [isArchived]);
  });
});

describe('dep/too-new', () => {
  test.each([
    ['half a day', 0.5, 'less than a day ago'],
    ['a day', 1, 'a day ago'],
    ['six days', 6.9, '6 days ago'],
    ['a week', 7, null],
    ['a clock that goes wrong', -3, 'less than a day ago'],
  ])('%s', (_, days, expected) => {
    const known = listed('demo', [release('1.0', { uploadedAt: NOW - days * DAY })]);
    const messages = findingsIn(tooNew, factsOf(pinned, known)).map(({ message }) => message);
    expect(messages).toEqual(
      expected === null ? [] : [`demo 1.0 was released ${expected}. Malicious releases are mostly found within a week.${AS_OF}`],
    );
  });

  test('an index that tells no times, and ranges, are left alone', () => {
    expect(marksIn(tooNew, factsOf(pinned, listed('demo', [release('1.0', { uploadedAt: null })])))).toEqual([]);
    expect(marksIn(tooNew, factsOf(ranged, listed('demo', [release('1.0', { uploadedAt: NOW })])))).toEqual([]);
  });
});
