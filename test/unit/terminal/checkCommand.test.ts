import { describe, expect, test } from 'vitest';

import { main } from '../../../src/terminal/main.ts';
import { surroundingsOf } from './fakeSurroundings.ts';

const named = (name: string): string => `[build-system]\n[project]\nname = "${name}"\nversion = "1.0"\n`;
const TREE = {
  '/home/ada/README.md': '',
  '/home/ada/packages/b/pyproject.toml': named('B_b'),
  '/home/ada/packages/a/pyproject.toml': '[build-system]\r\nname = "a\r\n',
  '/home/ada/packages/a/setup.py': '',
};

describe('the projects of a PATH', () => {
  test.each([
    [[], ['.', 'packages/a', 'packages/b']],
    [['.'], ['.', 'packages/a', 'packages/b']],
    [['packages'], ['.', 'a', 'b']],
    [['packages/'], ['.', 'a', 'b']],
    [['packages/b'], ['.']],
    [['packages/b/pyproject.toml'], ['.']],
    [
      ['packages/a', 'packages/b'],
      ['.', '.'],
    ],
    [['packages/b', './packages/b/', 'packages/b/pyproject.toml'], ['.']],
  ])('%j', async (paths, expected) => {
    expect((await json(TREE, ...paths)).projects.map(project => project['path'])).toEqual(expected);
  });
});

test.each([
  ['a file of a project', 'app/requirements/dev.txt', 'requirements/dev.txt', 'library'],
  ['a file of no project', 'loose/requirements.txt', 'requirements.txt', 'application'],
])('%s is judged as its project is', async (_, path, file, profile) => {
  const { projects } = await json(
    {
      '/home/ada/app/pyproject.toml': named('app'),
      '/home/ada/app/requirements/dev.txt': 'idna\n',
      '/home/ada/loose/requirements.txt': 'idna\n',
    },
    path,
  );
  expect(projects).toMatchObject([{ path: '.', profile, files: [{ file }], requirements: [{ file, name: 'idna' }] }]);
});

test('findings come in the order of the files and lines', async () => {
  const texts = { '/home/ada/requirements.txt': 'idna\nclick==8\nsix=1\n', '/home/ada/requirements-dev.txt': 'pytest\n' };
  const findings = (await json(texts)).projects[0]?.['findings'] as readonly {
    file: string;
    rule: string;
    range: { start: { line: number } };
  }[];
  expect(findings.map(({ file, range, rule }) => `${file}:${range.start.line} ${rule}`)).toEqual([
    'requirements-dev.txt:0 dep/unpinned',
    'requirements-dev.txt:0 dep/not-hashed',
    'requirements.txt:0 dep/unpinned',
    'requirements.txt:0 dep/not-hashed',
    'requirements.txt:1 dep/not-hashed',
    'requirements.txt:2 dep/invalid-requirement',
  ]);
});

test('the form of the result', async () => {
  expect(await json(TREE, 'packages')).toEqual({
    schema: 1,
    tool: { name: 'countersign', version: '0.1.0' },
    projects: [
      {
        path: '.',
        name: null,
        version: null,
        profile: 'application',
        profileReason: 'it has no build system, no name and version, and no setup.py or setup.cfg',
        files: [],
        requirements: [],
        findings: [],
        suppressed: [],
        skipped: [],
        unanswered: [],
      },
      {
        path: 'a',
        name: null,
        version: null,
        profile: 'library',
        profileReason: 'it has a build system',
        files: [{ file: 'pyproject.toml', kind: 'pyproject', pinnedAndHashed: null }],
        requirements: [],
        findings: [
          {
            rule: 'toml/syntax',
            severity: 'error',
            file: 'pyproject.toml',
            range: { start: { line: 1, character: 9 }, end: { line: 1, character: 9 } },
            message: 'This string is not closed on its line: a quotation mark is missing.',
            fixes: [],
          },
        ],
        suppressed: [],
        skipped: [],
        unanswered: [],
      },
      {
        path: 'b',
        name: 'b-b',
        version: '1.0',
        profile: 'library',
        profileReason: 'it has a build system',
        files: [{ file: 'pyproject.toml', kind: 'pyproject', pinnedAndHashed: null }],
        requirements: [],
        findings: [],
        suppressed: [],
        skipped: [],
        unanswered: [],
      },
    ],
  });
});

test.each([
  ['a version of the build', '[project]\nname = "demo"\ndynamic = ["version"]', 'demo', null],
  ['a name that is none', '[project]\nname = "föö"\nversion = "1"', null, '1'],
])('%s', async (_, text, name, version) => {
  expect((await json({ '/home/ada/pyproject.toml': text })).projects[0]).toMatchObject({ name, version });
});

test('a chosen profile holds for every project', async () => {
  const { projects } = await json(TREE, 'packages', '--profile', 'application');
  expect(projects.map(project => [project['profile'], project['profileReason']])).toEqual(Array(3).fill(['application', 'chosen']));
});

test('JSON shows no invisible character, and still says the same', async () => {
  const surroundings = surroundingsOf({ '/home/ada/pyproject.toml': '[project]\nversion = "1\\u202e\\u001b\\U000e0041"' });
  await main(['check', '--format', 'json'], surroundings);
  expect(surroundings.output).toContain('"version": "1\\u202e\\u001b\\udb40\\udc41"');
  expect((JSON.parse(surroundings.output) as Result).projects[0]?.['version']).toBe('1\u202e\u001b\u{e0041}');
});

describe('the text for people', () => {
  test('a line for each project and finding, then the sum', async () => {
    expect(await text(TREE, 'packages')).toBe(
      [
        'packages (no pyproject.toml)',
        '',
        'packages/a (library: it has a build system)',
        '  pyproject.toml:2:10: error: This string is not closed on its line: a quotation mark is missing. [toml/syntax]',
        '',
        'packages/b: B_b 1.0 (library: it has a build system)',
        '',
        '1 error in 3 projects.',
        '',
      ].join('\n'),
    );
  });

  test.each([
    ['./packages/b', 'packages/b: B_b'],
    ['packages/b/', 'packages/b/: B_b'],
    ['/home/ada/packages/b', '/home/ada/packages/b: B_b'],
    ['packages/b/pyproject.toml', 'packages/b: B_b'],
  ])('of %s', async (path, heading) => {
    expect(await text(TREE, path)).toContain(`${heading} 1.0 (library: it has a build system)\n\nNothing found in one project.\n`);
  });

  test('names cannot play with the terminal', async () => {
    const shown = await text({ '/home/ada/p\u202eq/pyproject.toml': named('x\\u001b[31m') }, 'p\u202eq');
    expect(shown).toContain('p\\u{202e}q: x\\u{1b}[31m 1.0');
  });

  test('colours only where they are shown', async () => {
    const files = { '/home/ada/pyproject.toml': '[tool.countersign]\nrequired-version = "soon"' };
    expect(await text(files)).not.toContain('\u001b');
    const surroundings = surroundingsOf(files, { coloured: true });
    await main(['check'], surroundings);
    expect(surroundings.output).toContain('pyproject.toml:2:20: \u001b[33mwarning\u001b[0m: required-version is not');
    expect(surroundings.output).toContain('1 warning in one project.');
  });
});

interface Result {
  readonly projects: readonly Readonly<Record<string, unknown>>[];
}

async function json(contents: Readonly<Record<string, string>>, ...words: string[]): Promise<Result> {
  const surroundings = surroundingsOf(contents);
  await main(['check', '--format', 'json', ...words], surroundings);
  return JSON.parse(surroundings.output) as Result;
}

async function text(contents: Readonly<Record<string, string>>, ...words: string[]): Promise<string> {
  const surroundings = surroundingsOf(contents);
  await main(['check', ...words], surroundings);
  return surroundings.output;
}
