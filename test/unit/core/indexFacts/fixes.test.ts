import { describe, expect, test } from 'vitest';

import type { CheckId } from '../../../../src/core/checks/check.ts';
import { applyEdits } from '../../../../src/core/checks/chooseFixes.ts';
import { indexFixes } from '../../../../src/core/indexFacts/fixes/indexFixes.ts';
import type { PackageFacts } from '../../../../src/core/indexFacts/indexFacts.ts';
import { isPinnedAndHashed } from '../../../../src/core/requirementsFile/pinnedAndHashed.ts';
import { factsOf } from '../checks/facts/factFindings.ts';
import { projectFacts, type Texts } from '../checks/projectFacts.ts';
import { createChance } from '../toml/chance.ts';
import { advisory, DAY, digest, listed, NOW, release } from './samples.ts';

/** What becomes of a file by the first fix for a finding on its requirement of that place. */
function fixed(rule: CheckId, texts: Texts, known: PackageFacts, place = 0): string | null {
  const facts = factsOf(texts, known);
  const [document] = facts.document.documents;
  const requirement = document?.requirements[place];
  if (document === undefined || requirement === undefined) throw new Error('the test has no requirement');
  const span = requirement.hashes[0]?.span ?? requirement.span;
  const finding = { rule, severity: 'warning' as const, message: '', file: document.file, span, package: requirement.name ?? '' };
  const [fix] = indexFixes(finding, facts);
  return fix === undefined ? null : applyEdits(document.text, fix.edits);
}

const known = listed('demo', ['1.0', '1.1', '2.0', '3.0rc1']);
const hash = (version: string) => `--hash=sha256:${digest(`demo-${version}.tar.gz`)}`;
const old = `--hash=md5:${'a'.repeat(32)}`;
const file = (text: string) => ({ 'requirements.txt': text });

describe('dep/unpinned: the newest good release', () => {
  test.each<[string, string, string | null]>([
    ['no constraint', 'demo\n', 'demo==2.0\n'],
    ['a range', 'demo>=1.0\n', 'demo==2.0\n'],
    ['a range that ends earlier', 'demo >=1.0, <2\n', 'demo ==1.1\n'],
    ['a range of nothing', 'demo>9\n', null],
    [
      'extras, a marker and a comment',
      'demo[a,b]>=1 ; python_version > "3"  # why\r\n',
      'demo[a,b]==2.0 ; python_version > "3"  # why\r\n',
    ],
    ['a byte order mark', '\uFEFFdemo\n', '\uFEFFdemo==2.0\n'],
    ['a file with hashes', `demo\nother==1 ${hash('9')}\n`, `demo==2.0 \\\n    ${hash('2.0')}\nother==1 ${hash('9')}\n`],
    ['a file that asks for hashes', `--require-hashes\r\ndemo  # x\r\n`, `--require-hashes\r\ndemo==2.0 \\\r\n    ${hash('2.0')}  # x\r\n`],
    ['no line end at the end', `--require-hashes\ndemo`, `--require-hashes\ndemo==2.0 \\\n    ${hash('2.0')}`],
  ])('%s', (_, text, expected) => {
    expect(fixed('dep/unpinned', file(text), known)).toBe(expected);
  });

  test.each<[string, Texts, string]>([
    ['a list', { 'pyproject.toml': 'dependencies = ""\n[project]\ndependencies = [\n\t"demo>=1", # é\n]\n' }, '\t"demo==2.0", # é'],
    ['Poetry’s', { 'pyproject.toml': '[tool.poetry.dependencies]\ndemo = "^1.0"\n' }, 'demo = "==1.1"'],
    ['Poetry’s any', { 'pyproject.toml': '[tool.poetry.dependencies]\ndemo = "*"\n' }, 'demo = "==2.0"'],
    ['Pipenv’s', { Pipfile: '[packages]\ndemo = {version = "*", extras = ["a"]}\n' }, 'demo = {version = "==2.0", extras = ["a"]}'],
  ])('in TOML: %s', (_, texts, expected) => {
    expect(fixed('dep/unpinned', texts, known)).toContain(expected);
  });

  test.each<[string, PackageFacts, string]>([
    ['none that is yanked', listed('demo', ['1.0', release('2.0', { yanked: '' })]), '1.0'],
    ['none with a known vulnerability', listed('demo', ['1.0', '2.0'], { advisories: [advisory('X', { affected: ['>=2'] })] }), '1.0'],
    ['none that is younger than a week', listed('demo', ['1.0', release('2.0', { uploadedAt: NOW - 6 * DAY })]), '1.0'],
    ['one that is a week old', listed('demo', ['1.0', release('2.0', { uploadedAt: NOW - 7 * DAY })]), '2.0'],
    ['none without files', listed('demo', ['1.0', release('2.0', { files: [] })]), '1.0'],
    ['a preview, where there is nothing else', listed('demo', ['1.0a1', '1.0rc1']), '1.0rc1'],
  ])('%s', (_, facts, expected) => {
    expect(fixed('dep/unpinned', file('demo\n'), facts)).toBe(`demo==${expected}\n`);
  });

  test('nothing of a project in quarantine, and nothing of one that is not there', () => {
    expect(fixed('dep/unpinned', file('demo\n'), listed('demo', ['1.0'], { status: 'quarantined' }))).toBeNull();
    expect(fixed('dep/unpinned', file('demo\n'), listed('demo', [], { kind: 'absent' }))).toBeNull();
  });

  test.each([
    ['>=3.8', '1.0'],
    ['>=3.11', '2.0'],
    ['~=3.11', '2.0'],
    ['', '2.0'],
  ])('one that runs on Python %s', (pythons, expected) => {
    const texts = { 'pyproject.toml': `[project]\nrequires-python = "${pythons}"\ndependencies = ["demo"]\n` };
    const facts = listed('demo', [release('1.0', { requiresPython: '>=3.8' }), release('2.0', { requiresPython: '>=3.11' })]);
    expect(fixed('dep/unpinned', texts, facts)).toContain(`"demo==${expected}"`);
  });
});

describe('hashes', () => {
  const two = listed('demo', [
    release('1.0', { files: ['b', 'a'].map(name => ({ filename: name, sha256: digest(name), hasProvenance: false })) }),
  ]);
  const [first, second] = [digest('a'), digest('b')].toSorted();

  test('are of every file of the release, sorted, as pip-compile writes them', () => {
    const expected = `demo==1.0 \\\n    --hash=sha256:${first} \\\n    --hash=sha256:${second}\n    # via other\n`;
    expect(fixed('dep/not-hashed', file('demo==1.0\n    # via other\n'), two)).toBe(expected);
  });

  test.each<[CheckId, string, string | null]>([
    ['dep/weak-hash', `demo==1.0 ${old}\n`, `demo==1.0 \\\n    ${hash('1.0')}\n`],
    [
      'dep/weak-hash',
      `demo==1.0 \\\r\n  ${old} \\\r\n  --hash=sha1:${'b'.repeat(40)}  # x\r\n`,
      `demo==1.0 \\\r\n    ${hash('1.0')}  # x\r\n`,
    ],
    ['dep/malformed-hash', 'demo==1.0 --hash=sha256:abc\n', `demo==1.0 \\\n    ${hash('1.0')}\n`],
    ['dep/not-hashed', 'demo == 1.0 ; os_name == "nt" # x\n', `demo == 1.0 ; os_name == "nt" \\\n    ${hash('1.0')} # x\n`],
    ['dep/not-hashed', 'demo>=1.0\n', null],
    ['dep/not-hashed', 'demo==0.1\n', null],
    ['dep/weak-hash', `demo==1.0 ${old} --config-settings="a=b" ${old}\n`, `demo==1.0 ${hash('1.0')} --config-settings="a=b"\n`],
  ])('%s: %s', (rule, text, expected) => {
    expect(fixed(rule, file(text), known)).toBe(expected);
  });

  test('none where the index does not know one of them', () => {
    const facts = listed('demo', [
      release('1.0', {
        files: [
          { filename: 'a', sha256: digest('a'), hasProvenance: false },
          { filename: 'b', sha256: null, hasProvenance: false },
        ],
      }),
    ]);
    expect(fixed('dep/not-hashed', file('demo==1.0\n'), facts)).toBeNull();
  });

  test('none in a file that cannot have any', () => {
    expect(fixed('dep/not-hashed', { 'pyproject.toml': '[project]\ndependencies = ["demo==1.0"]\n' }, known)).toBeNull();
  });
});

describe('dep/no-lower-bound', () => {
  test.each<[string, string | null]>([
    ['demo', 'demo>=2.0'],
    ['demo<2', 'demo>=1.1,<2'],
    ['demo !=1.0, <2', 'demo >=1.1,!=1.0, <2'],
    ['demo==1.*', 'demo>=1.1,==1.*'],
    ["demo[a] ; os_name == 'nt'", "demo[a]>=2.0 ; os_name == 'nt'"],
    ['demo>=2.0', null],
    ['demo==1.0', null],
  ])('%s', (requirement, expected) => {
    const text = (written: string) => `[project]\ndependencies = ["${written}"]\n`;
    expect(fixed('dep/no-lower-bound', { 'pyproject.toml': text(requirement) }, known)).toBe(expected && text(expected));
  });

  test('Poetry’s caret becomes what it means', () => {
    expect(fixed('dep/no-lower-bound', { 'pyproject.toml': '[tool.poetry.dependencies]\ndemo = "<2"\n' }, known)).toContain('">=1.1,<2"');
  });
});

test('a finding that is no business of an index gets nothing', () => {
  expect(fixed('dep/duplicate', file('demo\n'), known)).toBeNull();
  expect(fixed('dep/unpinned', file('other\n'), known)).toBeNull();
});

test('whatever a file looked like, it is pinned and hashed after its fixes, and nothing else changed', () => {
  const { pick } = createChance(20_261_122);
  const names = ['demo', 'other', 'third'];
  for (let round = 0; round < 300; round += 1) {
    const end = pick(['\n', '\r\n']);
    const lines = names.slice(0, 1 + (round % 3)).map(name => randomLine(pick, name, end));
    const text = pick(['', '\uFEFF', `# top${end}`, `--require-hashes${end}`]) + lines.join(end) + pick(['', end]);
    const result = fixAll({ 'requirements.txt': text });
    const { documents } = projectFacts({ 'requirements.txt': result }).document;
    expect(isPinnedAndHashed('requirements.txt', new Map(documents.map(document => [document.file, document]))), result).toBe(true);
    expect(documents[0]?.requirements.map(({ marker, extras }) => ({ marker, extras }))).toEqual(
      projectFacts({ 'requirements.txt': text }).document.documents[0]?.requirements.map(({ marker, extras }) => ({ marker, extras })),
    );
    expect(commentsIn(result)).toEqual(commentsIn(text));
    expect(result).not.toMatch(text.includes('\r\n') ? /(?<!\r)\n/ : /\r/);
  }
});

type Pick = <T>(from: readonly T[]) => T;

function randomLine(pick: Pick, name: string, end: string): string {
  const specifier = pick(['', '>=1.0', ' == 1.0', '==1.1', '~=1.0', ' >=1,<3 ', '<2']);
  const marker = pick(['', '; python_version > "3"', ' ; os_name == "nt" and extra == "a"']);
  const gap = ` \\${end}  `;
  const hashes = pick([[], [old], [old, `--hash=sha256:${'c'.repeat(64)}`], [`--hash=sha512:${'d'.repeat(128)}`], ['--hash=sha256:short']]);
  const comment = pick(['', '  # why', ' #', `${end}    # via x`]);
  return `${pick(['', ' '])}${name}${pick(['', '[a]', '[a, b]'])}${specifier}${marker}${hashes.map(each => pick([' ', gap]) + each).join('')}${comment}`;
}

/** Pins what is not pinned, then hashes all, a fix at a time, as a person would. */
function fixAll(texts: Texts): string {
  let text = texts['requirements.txt'] ?? '';
  const facts = ['demo', 'other', 'third'].map(name => listed(name, ['1.0', '1.1', '2.0']));
  const count = projectFacts(texts).document.documents[0]?.requirements.length ?? 0;
  for (const rule of ['dep/unpinned', 'dep/not-hashed'] as const)
    for (let place = 0; place < count; place += 1) {
      const requirement = projectFacts({ 'requirements.txt': text }).document.documents[0]?.requirements[place];
      const named = facts.find(({ name }) => name === requirement?.name);
      if (named === undefined || (rule === 'dep/unpinned' && requirement?.pin === 'exact')) continue;
      text = fixed(rule, { 'requirements.txt': text }, named, place) ?? text;
    }
  return text;
}

function commentsIn(text: string): readonly string[] {
  return text.split(/\r?\n/).flatMap(line => /(?:^|\s)(#.*)$/.exec(line)?.[1] ?? []);
}
