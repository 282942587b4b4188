import { describe, expect, test } from 'vitest';

import { addresses, formerHosts } from '../../../../src/core/indexes/addresses.ts';
import { readAskedIndex } from '../../../../src/core/indexFacts/askedIndex.ts';
import { indexesForNames, type IndexSituation } from '../../../../src/core/indexFacts/indexForName.ts';
import { uvLock } from '../checks/facts/factFindings.ts';
import { projectFacts, type Texts } from '../checks/projectFacts.ts';

const PUBLIC = addresses.pypi.readUrl;
const OURS = 'https://index.example/simple/';
const MORE = 'https://more.example/simple/';

function routes(texts: Texts, more: Partial<IndexSituation> = {}) {
  const { document, lock } = projectFacts(texts);
  const person = { references: [], isOff: false };
  const routeOf = indexesForNames({ documents: document.documents, locks: lock, person, ownNames: ['own'], only: null, ...more });
  return (name: string): string => {
    const { indexes, isWhole } = routeOf(name);
    return indexes.map(({ url }) => url).join(' then ') + (isWhole ? '' : ' and perhaps more');
  };
}

const NOWHERE = ' and perhaps more';
const project = (rest: string) => ({ 'pyproject.toml': `[project]\nname = "own"\ndependencies = ["demo", "own[all]"]\n\n${rest}` });
const requirements = (text: string) => ({ 'requirements.txt': `${text}\n` });

describe('a name that nothing more is said of is asked', () => {
  test.each<[string, Texts, string]>([
    ['of the public index, where none is named', requirements('demo'), PUBLIC],
    ['of the public index, however it is written', requirements(`--index-url ${PUBLIC.slice(0, -1)}\ndemo`), PUBLIC],
    ['of TestPyPI alone, where that is named', requirements(`-i ${addresses.testpypi.readUrl}\ndemo`), addresses.testpypi.readUrl],
    ['of the private one alone, where that is the main one', requirements(`--index-url ${OURS}\ndemo`), OURS],
    [
      'of the private one alone, though the public one is named beside it',
      requirements(`-i ${OURS}\n--extra-index-url ${PUBLIC}\ndemo`),
      OURS,
    ],
    ['of a private extra one first', requirements(`--extra-index-url ${OURS}\ndemo`), `${OURS} then ${PUBLIC}`],
    [
      'of all private ones first',
      requirements(`--extra-index-url ${OURS}\n--extra-index-url ${MORE}\ndemo`),
      `${OURS} then ${MORE} then ${PUBLIC}`,
    ],
    ['of no public one, where files lie about elsewhere', requirements('--find-links ./wheels\ndemo'), NOWHERE],
    ['of no public one, where a private one cannot be asked', requirements('--extra-index-url http://index.example/simple\ndemo'), NOWHERE],
    ['of no public one, where an address is not known yet', requirements('--extra-index-url ${OURS}\ndemo'), NOWHERE],
    ['of none, where none is used', requirements('--no-index\ndemo'), NOWHERE],
    ['as uv does', project(`[[tool.uv.index]]\nname = "ours"\nurl = "${OURS}"\n`), `${OURS} then ${PUBLIC}`],
    ['as uv does with a default', project(`[[tool.uv.index]]\nurl = "${OURS}"\ndefault = true\n`), OURS],
    ['past an explicit index', project(`[[tool.uv.index]]\nname = "ours"\nurl = "${OURS}"\nexplicit = true\n`), PUBLIC],
    ['as Poetry does', project(`[[tool.poetry.source]]\nname = "ours"\nurl = "${OURS}"\n`), OURS],
    [
      'as Poetry does with a supplement',
      project(`[[tool.poetry.source]]\nname = "ours"\nurl = "${OURS}"\npriority = "supplemental"\n`),
      `${OURS} then ${PUBLIC}`,
    ],
    ['as PDM does', project(`[[tool.pdm.source]]\nname = "ours"\nurl = "${OURS}"\n`), `${OURS} then ${PUBLIC}`],
    ['as Pipenv does', { Pipfile: `[[source]]\nname = "ours"\nurl = "${OURS}"\n\n[packages]\ndemo = "*"\n` }, OURS],
  ])('%s', (_, texts, expected) => {
    expect(routes(texts)('demo')).toBe(expected);
  });
});

describe('what is said of a name itself decides', () => {
  const explicit = `[[tool.uv.index]]\nname = "ours"\nurl = "${OURS}"\nexplicit = true\n\n[tool.uv.sources]\n`;
  test.each<[string, Texts, string]>([
    ['uv assigns it', project(`${explicit}Demo = { index = "ours" }\n`), OURS],
    ['uv assigns it under a marker', project(`${explicit}demo = [{ index = "ours", marker = "sys_platform == 'linux'" }]\n`), OURS],
    ['uv assigns it to an index that is not known', project(`${explicit}demo = { index = "theirs" }\n`), NOWHERE],
    ['uv takes it from a checkout', project('[tool.uv.sources]\ndemo = { git = "https://git.example/demo" }\n'), NOWHERE],
    ['uv takes it from the workspace', project('[tool.uv.sources]\ndemo = { workspace = true }\n'), NOWHERE],
    [
      'Poetry assigns it',
      {
        'pyproject.toml': `[tool.poetry.dependencies]\ndemo = { version = "^1", source = "ours" }\n\n[[tool.poetry.source]]\nname = "ours"\nurl = "${OURS}"\npriority = "explicit"\n`,
      },
      OURS,
    ],
    [
      'Pipenv assigns it',
      {
        Pipfile: `[[source]]\nname = "pypi"\nurl = "${PUBLIC}"\n\n[[source]]\nname = "ours"\nurl = "${OURS}"\n\n[packages]\ndemo = { version = "*", index = "ours" }\n`,
      },
      OURS,
    ],
    ['a lock has it from the public index', { ...requirements(`-i ${OURS}\ndemo`), 'uv.lock': uvLock({ demo: '1' }, PUBLIC) }, PUBLIC],
    ['a lock has it from a private one', { ...requirements('demo'), 'uv.lock': uvLock({ demo: '1' }, OURS) }, OURS],
    ['a lock has it from a folder', { ...requirements('demo'), 'uv.lock': uvLock({ demo: '1' }, './wheels') }, NOWHERE],
    [
      'Poetry’s lock names no source, so it is public',
      {
        'poetry.lock': '[[package]]\nname = "demo"\nversion = "1"\nfiles = []\n\n[metadata]\nlock-version = "2.1"\n',
        ...project(`[[tool.poetry.source]]\nname = "ours"\nurl = "${OURS}"\n`),
      },
      PUBLIC,
    ],
    [
      'a lock has it from a checkout',
      { 'uv.lock': 'version = 1\n\n[[package]]\nname = "demo"\nversion = "1"\nsource = { git = "https://git.example/demo#abc" }\n' },
      NOWHERE,
    ],
    [
      'a requirement points elsewhere',
      { ...requirements('demo'), 'dev-requirements.txt': 'demo @ https://files.example/demo.tar.gz\n' },
      NOWHERE,
    ],
    ['it is used without an index in one file only', { ...requirements('--no-index\ndemo'), ...project('') }, PUBLIC],
  ])('%s', (_, texts, expected) => {
    expect(routes(texts)('demo')).toBe(expected);
  });

  test('of two assignments the stricter counts', () => {
    const two = (one: string, other: string) =>
      `demo = [{ index = "${one}", marker = "sys_platform == 'win32'" }, { index = "${other}" }]\n`;
    const named = `[[tool.uv.index]]\nname = "open"\nurl = "${PUBLIC}"\n\n${explicit}`;
    expect(routes(project(named + two('open', 'ours')))('demo')).toBe(OURS);
    expect(routes(project(named + two('ours', 'open')))('demo')).toBe(OURS);
    expect(routes(project(named + two('ours', 'theirs')))('demo')).toBe(NOWHERE);
    expect(routes(project(named + two('theirs', 'ours')))('demo')).toBe(NOWHERE);
  });

  test('one’s own project is asked nowhere', () => {
    expect(routes(project(''))('own')).toBe(NOWHERE);
  });

  test('an index that is only in a lock counts for what is new', () => {
    const texts = { ...requirements('demo'), 'uv.lock': uvLock({ other: '1' }, OURS) };
    expect([routes(texts)('demo'), routes(texts)('other')]).toEqual([expect.not.stringMatching(`^${PUBLIC}`), OURS]);
  });
});

describe('a person’s own settings', () => {
  const person = (url: string, role: 'primary' | 'extra') => ({ person: { references: [{ url, role }], isOff: false } });

  test.each<[string, Texts, Partial<IndexSituation>, string]>([
    ['a private main index', requirements('demo'), person(OURS, 'primary'), OURS],
    ['a private extra index', requirements('demo'), person(OURS, 'extra'), `${OURS} then ${PUBLIC}`],
    ['a private main index beside a project’s public one', requirements(`-i ${PUBLIC}\ndemo`), person(OURS, 'primary'), OURS],
    ['no index at all', requirements('demo'), { person: { references: [], isOff: true } }, NOWHERE],
    ['an index for this one check', requirements(`-i ${MORE}\ndemo`), { only: readAskedIndex(OURS) }, OURS],
  ])('%s', (_, texts, more, expected) => {
    expect(routes(texts, more)('demo')).toBe(expected);
  });
});

test('no private name reaches a public index, however the files are combined', () => {
  const choices: readonly Texts[] = [
    requirements('demo'),
    requirements(`-i ${PUBLIC}\ndemo`),
    requirements(`--extra-index-url ${PUBLIC}\ndemo`),
    project(''),
    { 'uv.lock': uvLock({ other: '1' }, PUBLIC) },
  ];
  for (const texts of choices) {
    const all = { ...texts, 'private-requirements.txt': `-i ${OURS}\ndemo\n` };
    expect(routes(all)('demo')).not.toContain(PUBLIC);
  }
});

describe('addresses', () => {
  test.each([
    ['https://user:p%40ss@index.example/simple', OURS],
    ['https://${USER}:${TOKEN}@index.example/simple/', OURS],
    ['https://a@b@index.example/simple/', OURS],
    ['HTTPS://INDEX.example:443/simple', OURS],
    ['http://127.0.0.1:8080/simple', 'http://127.0.0.1:8080/simple/'],
    [`https://token@${new URL(PUBLIC).host}/simple`, PUBLIC],
    [`http://${formerHosts.pypi}/simple`, PUBLIC],
    ['http://index.example/simple', null],
    ['https://index.example/simple?x=1', null],
    ['https://index.example\\@other.example/', null],
    ['../wheels', null],
    ['file:///wheels', null],
    ['', null],
  ])('%s', (written, expected) => {
    expect(readAskedIndex(written)?.url ?? null).toBe(expected);
  });
});
