import { describe, expect, test } from 'vitest';

import type { Finding } from '../../../../../src/core/checks/check.ts';
import { applyEdits } from '../../../../../src/core/checks/chooseFixes.ts';
import { judgeProject, type JudgeOptions } from '../../../../../src/core/checks/judgeProject.ts';
import { acceptNameEdit } from '../../../../../src/core/checks/names/acceptNameEdit.ts';
import { typosquat } from '../../../../../src/core/checks/names/typosquat.ts';
import { readDocument } from '../../../../../src/core/documents/readDocument.ts';
import type { PackageFacts } from '../../../../../src/core/indexFacts/indexFacts.ts';
import { readToolTable } from '../../../../../src/core/project/toolTable.ts';
import { absent, advisory, DAY, indexOf, listed, NOW, release } from '../../indexFacts/samples.ts';
import { shippedList } from '../../names/shippedList.ts';
import { uvLock } from '../dependencies/projectTexts.ts';
import { projectFacts, type Texts } from '../projectFacts.ts';

const PRIVATE = '[[tool.uv.index]]\nname = "ours"\nurl = "https://index.example/simple"\n';
const HASH = `--hash=sha256:${'ab'.repeat(32)}`;

function findingsIn(texts: Texts, ...packages: readonly PackageFacts[]): readonly Finding[] {
  const index = packages.length === 0 ? null : indexOf(...packages);
  return [...typosquat.run({ ...projectFacts(texts), names: { list: shippedList, index, now: NOW } }, 'library')];
}

function inRequirements(line: string, ...packages: readonly PackageFacts[]): readonly Finding[] {
  return findingsIn({ 'requirements.txt': `${line}\n` }, ...packages);
}

test('is marked at the name, with what it looks like, why, and how popular that is', () => {
  const [finding] = inRequirements('reqeusts[socks]>=2');
  expect(finding).toMatchObject({
    message: '"reqeusts" looks like "requests" (two letters swapped), one of the ten most downloaded projects.',
    file: 'requirements.txt',
    span: { start: { line: 0, character: 0 }, end: { line: 0, character: 8 } },
    package: 'reqeusts',
  });
});

describe('is found wherever a requirement stands', () => {
  test.each([
    ['pyproject.toml', '[project]\ndependencies = ["reqeusts"]\n', 1],
    ['pyproject.toml', '[dependency-groups]\ndev = ["reqeusts"]\n', 1],
    ['pyproject.toml', '[build-system]\nrequires = ["setuptolos"]\n', 1],
    ['pyproject.toml', '[tool.poetry.dependencies]\nreqeusts = "^2"\n', 1],
    ['requirements.in', 'reqeusts\nRequests\nnumpy\n', 1],
    ['constraints.txt', 'reqeusts==1\nreqeusts==1\n', 2],
    ['Pipfile', '[packages]\nreqeusts = "*"\n', 1],
  ])('%s %j', (file, text, count) => {
    expect(findingsIn({ [file]: text })).toHaveLength(count);
  });
});

describe('a module named instead of its project is a hint', () => {
  test.each([
    ['cv2', 'opencv-python'],
    ['yaml', 'pyyaml'],
    ['sklearn', 'scikit-learn'],
    ['bs4', 'beautifulsoup4'],
    ['PIL', 'pillow'],
    ['skimage', 'scikit-image'],
    ['dateutil', 'python-dateutil'],
    ['dotenv', 'python-dotenv'],
    ['Crypto', 'pycryptodome'],
  ])('%s is %s', (name, target) => {
    const [finding] = inRequirements(`${name}>=1`);
    expect(finding).toMatchObject({ severity: 'hint', fixes: [{ title: `Replace with "${target}"` }] });
    expect(finding?.message).toContain(`"${name}" is the name of a module; the project that brings it is "${target}", `);
  });

  test.each(['psycopg2', 'levenshtein', 'multipart', 'xdg', 'snappy'])('%s is a project that is meant', name => {
    expect(inRequirements(name)).toEqual([]);
  });
});

describe('letters of another alphabet', () => {
  test.each<[string, string, string]>([
    ['requirements.txt', 'r\u0435quests>=2\n', 'requests>=2\n'],
    ['pyproject.toml', '[project]\ndependencies = ["r\u0435quests[socks]>=2"]\n', '[project]\ndependencies = ["requests[socks]>=2"]\n'],
    ['pyproject.toml', '[tool.poetry.dependencies]\n"r\u0435quests" = "^2"\n', '[tool.poetry.dependencies]\n"requests" = "^2"\n'],
  ])('%s %j', (file, text, expected) => {
    const [finding] = findingsIn({ [file]: text });
    expect(finding?.message).toContain('looks like "requests" (letters of another alphabet)');
    expect(finding?.package).toBeUndefined();
    expect(applyEdits(text, finding?.fixes?.[0]?.edits ?? [])).toBe(expected);
  });
});

describe('nothing is said', () => {
  test.each<[string, Texts]>([
    ['of popular names', { 'requirements.txt': 'requests\nnumpy\ntyping.extensions\n' }],
    ['of names of their own', { 'requirements.txt': 'my-neat-thing\n' }],
    [
      "of the project's own name",
      { 'pyproject.toml': '[project]\nname = "Reqeusts"\n[project.optional-dependencies]\nall = ["reqeusts[x]"]\n' },
    ],
    [
      'of what a workspace holds',
      { 'pyproject.toml': '[project]\ndependencies = ["reqeusts"]\n[tool.uv.sources]\nreqeusts = { workspace = true }\n' },
    ],
    [
      'of what comes from a private index of its own',
      {
        'pyproject.toml': `[project]\ndependencies = ["reqeusts"]\n[tool.uv.sources]\nreqeusts = { index = "ours" }\n${PRIVATE}`,
        'requirements.txt': 'reqeusts\n',
      },
    ],
    [
      'of a private index that only a variable names',
      { 'pyproject.toml': '[tool.poetry.dependencies]\nreqeusts = { version = "^2", source = "ours" }\n' },
    ],
    ['of what an address names', { 'requirements.txt': 'reqeusts @ https://files.example/reqeusts.whl\n', 'dev.txt': 'reqeusts\n' }],
    ['of what cannot be read', { 'requirements.txt': '===\n[x]\n\u0435\n=> \u0435\n' }],
    ['of what only a lock names', uvLock(['reqeusts', '1.0'])],
  ])('%s', (_, texts) => {
    expect(findingsIn(texts)).toEqual([]);
  });

  test('but where everything comes from a private index, which may be a mirror', () => {
    const texts = { 'pyproject.toml': `[project]\ndependencies = ["reqeusts"]\n${PRIVATE}default = true\n` };
    expect(findingsIn(texts)).toHaveLength(1);
  });
});

describe('what the index tells makes it graver or slighter', () => {
  const many = Array.from({ length: 12 }, (_, place) => release(`1.${place}`, { uploadedAt: NOW - (3000 - place) * DAY }));
  const young = [release('1.0', { uploadedAt: NOW - 3 * DAY })];
  test.each<[string, string, PackageFacts, string, string | undefined]>([
    ['malware', 'reqeusts', listed('reqeusts', ['1.0'], { advisories: [advisory('MAL-2026-1')] }), 'It is reported as malware.', 'error'],
    ['quarantined', 'reqeusts', listed('reqeusts', [], { status: 'quarantined' }), 'PyPI holds it in quarantine.', 'error'],
    ['absent', 'reqeusts', absent('reqeusts'), 'PyPI has no project of this name: whoever registers it', 'warning'],
    ['an absent module', 'cv2', absent('cv2'), 'PyPI has no project of this name: whoever registers it', 'warning'],
    ['young', 'reqeusts', listed('reqeusts', young), 'Its only release is 3 days old.', 'error'],
    ['young, of several releases', 'reqeusts', listed('reqeusts', [...young, ...young]), '', undefined],
    ['old', 'reqeusts', listed('reqeusts', many), 'It has been there since 2018, with 12 releases.', 'hint'],
    ['old, of few releases', 'reqeusts', listed('reqeusts', many.slice(3)), '', undefined],
    ['neither', 'reqeusts', listed('reqeusts', ['1.0', '1.1']), '', undefined],
  ])('%s', (_, name, facts, words, severity) => {
    const [finding] = inRequirements(name, facts);
    expect(finding?.message).toContain(`downloaded projects.${words === '' ? '' : ` ${words}`}`);
    expect(/\(index data of .*\)$/.test(finding?.message ?? '')).toBe(words !== '');
    expect(finding?.severity).toBe(severity);
  });
});

describe('a name that people said they mean', () => {
  const judged = (names: string): readonly string[] => {
    const texts = { 'pyproject.toml': `[tool.countersign]\nnames = [ ${names} ]\n`, 'requirements.txt': 'reqeusts\nnumpyy\n' };
    const { document, lock } = projectFacts(texts);
    const outside = { names: { fact: shippedList }, index: { missing: 'offline' }, now: { fact: NOW } };
    const options: JudgeOptions = { profile: 'library', pinning: 'off', occasion: 'writing', ownVersion: '0.1.0' };
    const { findings, suppressed } = judgeProject({ ...document, locks: lock }, outside, options);
    return [
      ...findings.map(({ rule, package: name, span }) => `${rule} ${name ?? `line ${span.start.line}`}`),
      ...suppressed.map(({ package: name, reason, how }) => `${name ?? ''}: ${reason} (${how})`),
    ].filter(line => !line.startsWith('dep/no'));
  };
  test.each([
    ['{ name = "ReqEusts", reason = "our fork" }', ['dep/typosquat numpyy', 'reqeusts: our fork (table)']],
    ['{ name = "reqeusts" }', ['dep/typosquat reqeusts', 'dep/typosquat numpyy', 'config/invalid line 1']],
    [
      '{ name = "reqeusts", reason = "x" }, { name = "numpyy", reason = "y" }, { name = "idna", reason = "z" }',
      ['config/stale-ignore line 1', 'reqeusts: x (table)', 'numpyy: y (table)'],
    ],
  ])('%s', (names, expected) => {
    expect(judged(names)).toEqual(expected);
  });
});

describe('the fix writes the popular name, keeps the rest, takes out foreign hashes, and is looked at first', () => {
  test.each([
    ['requirements.txt', `reqeusts[socks]>=2 ; python_version > "3"  # why\n`, `requests[socks]>=2 ; python_version > "3"  # why\n`],
    ['requirements.txt', `Reqeusts==2.0 \\\n    ${HASH} \\\n    ${HASH}\nnumpy\n`, `requests==2.0\nnumpy\n`],
    ['requirements.txt', `reqeusts==2.0 ${HASH}  # via x\r\n`, `requests==2.0  # via x\r\n`],
    ['pyproject.toml', `[project]\ndependencies = ['reqeusts>=2']\n`, `[project]\ndependencies = ['requests>=2']\n`],
    ['pyproject.toml', `[tool.poetry.dependencies]\n"reqeusts" = "^2"\n`, `[tool.poetry.dependencies]\n"requests" = "^2"\n`],
    [
      'Pipfile',
      `[packages]\nreqeusts = {version = "*", extras = ["socks"]}\n`,
      `[packages]\nrequests = {version = "*", extras = ["socks"]}\n`,
    ],
    ['pyproject.toml', `[tool.poetry.dependencies.reqeusts]\nversion = "^2"\n`, `[tool.poetry.dependencies.requests]\nversion = "^2"\n`],
    [
      'pyproject.toml',
      `[tool.poetry]\ndependencies.reqeusts.version = "^2"\ndependencies.'reqeusts'.optional = true\n`,
      `[tool.poetry]\ndependencies.requests.version = "^2"\ndependencies.'requests'.optional = true\n`,
    ],
    [
      'pyproject.toml',
      `[tool.poetry.dependencies]\nreqeusts = [{ version = "^2" }, { version = "^3" }]\n`,
      `[tool.poetry.dependencies]\nrequests = [{ version = "^2" }, { version = "^3" }]\n`,
    ],
    ['a.py', `# /// script\r\n# dependencies = ["reqeusts"]\r\n# ///\r\n`, `# /// script\r\n# dependencies = ["requests"]\r\n# ///\r\n`],
    [
      'pyproject.toml',
      `[tool.poetry.dependencies]\nreqeusts = { version = "^2" }\n`,
      `[tool.poetry.dependencies]\nrequests = { version = "^2" }\n`,
    ],
  ])('%s %j', (file, text, expected) => {
    const [finding] = findingsIn({ [file]: text });
    expect(finding?.fixes).toMatchObject([{ title: 'Replace with "requests"', needsChoice: true }]);
    const mended = applyEdits(text, finding?.fixes?.[0]?.edits ?? []);
    expect(mended).toBe(expected);
    expect(findingsIn({ [file]: mended })).toEqual([]);
  });
});

test.each([
  ['[tool.poetry.dependencies]\nrequests = "^2"\nreqeusts = "^2"\n', 'the key would stand there twice'],
  ['[project]\ndependencies = ["reqe\\u0075sts"]\n', 'the name is written with escapes'],
])('no fix is offered for %j: %s', text => {
  const [finding] = findingsIn({ 'pyproject.toml': text });
  expect(finding?.message).toContain('"reqeusts" looks like');
  expect(finding?.fixes).toBeUndefined();
});

describe('"I mean this one" is written with its reason', () => {
  test.each([
    ['', '[tool.countersign]\nnames = [{ name = "reqeusts", reason = "our fork" }]\n'],
    [
      '[tool.countersign]\nprofile = "library"\n',
      '[tool.countersign]\nprofile = "library"\nnames = [{ name = "reqeusts", reason = "our fork" }]\n',
    ],
    [
      '[tool.countersign]\nnames = [ { name = "numpyy", reason = "x" } ]\n',
      '[tool.countersign]\nnames = [ { name = "numpyy", reason = "x" }, { name = "reqeusts", reason = "our fork" } ]\n',
    ],
    ['[tool.countersign]\nnames = []\n', '[tool.countersign]\nnames = [{ name = "reqeusts", reason = "our fork" }]\n'],
    [
      '[tool.countersign]\nnames = [\n  { name = "a", reason = "x" } # why\n]\n',
      '[tool.countersign]\nnames = [\n  { name = "a", reason = "x" }, # why\n  { name = "reqeusts", reason = "our fork" },\n]\n',
    ],
    [
      '[project]\r\nname = "a"\r\n',
      '[project]\r\nname = "a"\r\n\r\n[tool.countersign]\r\nnames = [{ name = "reqeusts", reason = "our fork" }]\r\n',
    ],
    [
      '[[tool.countersign.names]]\nname = "numpyy"\nreason = "x"\n',
      '[[tool.countersign.names]]\nname = "numpyy"\nreason = "x"\n\n[[tool.countersign.names]]\nname = "reqeusts"\nreason = "our fork"\n',
    ],
  ])('%j', (text, expected) => {
    const written = accepted(text, ' our\n fork ');
    expect(written).toBe(expected);
    expect(namesIn(written)).toContain('reqeusts: our fork');
  });

  test.each(['a "quoted" \\ reason', 'tab\tand \u0001 and \u007f', '\ud800 half', '\u202e turned', 'x"}], y = "'])(
    '%j is one reason',
    reason => {
      expect(namesIn(accepted('', reason))).toHaveLength(1);
    },
  );

  test('nothing is written where the table leaves no place', () => {
    const document = readDocument('pyproject.toml', 'pyproject', 'tool.countersign = { profile = "library" }\n');
    expect(document && acceptNameEdit(document, 'reqeusts', 'x')).toBeNull();
  });
});

function accepted(text: string, reason: string): string {
  const document = readDocument('pyproject.toml', 'pyproject', text);
  const edit = document && acceptNameEdit(document, 'reqeusts', reason);
  return applyEdits(text, edit ? [edit] : []);
}

function namesIn(text: string): readonly string[] {
  const document = readDocument('pyproject.toml', 'pyproject', text);
  return readToolTable(document ? [document] : []).names.map(({ name, reason }) => `${name}: ${reason}`);
}
