import { cp, readFile, writeFile } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';

import { afterAll, beforeAll, expect, test } from 'vitest';

import { copyDemoProject } from '../../scripts/lib/demoProject.mjs';
import { fillDemoShelf } from '../../scripts/lib/demoShelf.mjs';
import { findPython } from '../../scripts/lib/findPython.mjs';
import { projectRoot } from '../../scripts/lib/projectRoot.mjs';
import { checkProject } from '../../src/app/checkProject.ts';
import { projectFiles } from '../../src/node/projectFiles.ts';
import { shippedNames } from '../../src/node/shippedNames.ts';
import { realUv } from '../contract/node/realUv.ts';
import { dependencyEditor, type DependencyEditor } from './support/dependencyEditor.ts';
import { freshFolder } from './support/freshFolder.ts';
import { openStage, type Stage } from './support/stage.ts';

const SOON = { timeout: 20_000, interval: 200 };
/** What waits until nobody types takes longer than this. */
const PAUSE_MS = 350;
const ROUNDS = 5;
/** An error where the index has been asked already: it knows of no such project. */
const MARKS = '.monaco-editor .squiggly-warning, .monaco-editor .squiggly-error';

let stage: Stage;
let editor: DependencyEditor;
let undo: (() => Promise<void>)[] = [];

/** The demo application, with a library and a project of uv below it. */
beforeAll(async () => {
  stage = await openStage({
    settings: { 'workbench.panel.defaultLocation': 'right' },
    folder: async index => {
      await fillDemoShelf(index);
      const demo = await copyDemoProject(projectRoot, 'application', index);
      undo.push(demo.remove);
      await cp(join(projectRoot, 'test', 'fixtures', 'relock'), join(demo.folder, 'relock'), { recursive: true });
      await cp(join(projectRoot, 'test', 'fixtures', 'demo', 'pyproject.toml'), join(demo.folder, 'library', 'pyproject.toml'), {
        recursive: true,
      });
      return demo.folder;
    },
    environment: toolsAtHome,
  });
  // Lists draw only the rows in view.
  await stage.page.setViewportSize({ width: 2000, height: 1100 });
  editor = dependencyEditor(stage);
});
afterAll(async () => {
  await stage.close();
  for (const step of undo) await step();
  undo = [];
});

/** A home in which uv is the one tool, since the editor asks a login shell for the person's PATH; and no index of this machine's. */
async function toolsAtHome(): Promise<NodeJS.ProcessEnv> {
  const home = await freshFolder();
  undo.push(home.remove);
  const path = [await realUv(), dirname((await findPython()).executable), process.env['PATH'] ?? ''].join(delimiter);
  for (const profile of ['.profile', '.bash_profile', '.zprofile']) await writeFile(join(home.root, profile), `export PATH='${path}'\n`);
  return { HOME: home.root, PATH: path, PIP_FIND_LINKS: '', PIP_INDEX_URL: '' };
}

const OFFLINE = [
  'pyproject.toml 7:4 dep/unpinned',
  'requirements.in 4:1 dep/typosquat',
  'requirements.txt 5:1 dep/typosquat',
  'requirements.txt 19:1 dep/not-hashed',
  'requirements.txt 11:1 dep/not-hashed',
  'uv.lock 18:9 lock/unhashed',
  'uv.lock 1:1 lock/stale',
].toSorted();

test('an opened file is marked at its places, with the files that belong to it, before anybody is asked', async () => {
  await editor.open('requirements.txt');
  await expect.poll(() => editor.problems(), SOON).toEqual(OFFLINE);
  const { reads } = (await stage.index.log()) as { reads: readonly unknown[] };
  expect(reads).toEqual([]);
});

test('names are looked up after one question, the own one never, and what the index tells is marked', async () => {
  const question = await stage.notification('Look up the dependencies of this workspace');
  await question.press('Look Up');
  const told = [
    'requirements.txt 16:1 dep/yanked',
    'requirements.txt 21:1 dep/too-new',
    'requirements.txt 24:1 dep/nonexistent',
    'requirements.in 8:1 dep/nonexistent',
  ];
  await expect.poll(() => editor.problems(), SOON).toEqual([...OFFLINE, ...told].toSorted());
  const { reads } = (await stage.index.log()) as { reads: readonly { path: string }[] };
  expect(reads.map(({ path }) => path)).toContain('/simple/flask/');
  expect(reads.map(({ path }) => path)).not.toContain('/simple/weather-board/');
  expect(await stage.page.locator('.notification-toast').filter({ hasText: 'Look up' }).count()).toBe(0);
});

test('each dependency says how it stands, and its hover is plain text', async () => {
  await editor.open('pyproject.toml');
  await expect.poll(() => editor.line('"flask'), SOON).toBe('  "flask>=3.0",not pinned · lock 3.0.3 · hashed');
  await editor.goTo(8, 6);
  const { text, links } = await editor.hover();
  expect(text).toContain('requests>=2.31: not pinned · lock 2.32.0 · hashed');
  expect(text).toMatch(/Latest on 127\.0\.0\.1:\d+: 2\.32\.5 of .*index data of/);
  expect(links).toBe(0);
});

test('a name that comes to look like a popular one is marked within the time of a keystroke', async () => {
  await editor.open('requirements.in');
  await editor.goTo(9, 1);
  // At once: half of a name can look like another one, and its mark would be counted.
  await stage.page.keyboard.insertText('werkzeug');
  await stage.page.keyboard.press('Escape');
  await editor.goTo(9, 4);
  await expect.poll(() => editor.line('werkzeug'), SOON).toBe('werkzeugnot pinned');
  const marks = stage.page.locator(MARKS);
  const [before, times]: [number, number[]] = [await marks.count(), []];
  for (let round = 0; round < ROUNDS; round++) {
    if (round > 0) await stage.page.keyboard.press('Backspace');
    await expect.poll(() => marks.count(), SOON).toBe(before);
    await stage.page.evaluate(watchNextMark);
    await stage.page.keyboard.press('r');
    await expect.poll(() => stage.page.evaluate('window.markedAfter'), SOON).toBeGreaterThan(0);
    times.push(Number(await stage.page.evaluate('window.markedAfter')));
  }
  console.log(`Milliseconds from a key to the mark that it brings: ${times.map(Math.round).join(', ')}`);
  expect(Math.min(...times)).toBeLessThan(PAUSE_MS);
  await expect.poll(() => editor.line('werrkzeug'), SOON).toBe('werrkzeuglooks like werkzeug');
});

test('such a name is replaced by the keyboard, without what belongs to the other project', async () => {
  await editor.repair('Replace with "werkzeug"');
  await expect.poll(() => editor.line('werkzeug'), SOON).toBe('werkzeugnot pinned');
  await editor.open('requirements.txt');
  await editor.goTo(5, 3);
  await editor.repair('Replace with "colorama"');
  await expect.poll(() => editor.line('colorama'), SOON).toBe('colorama==0.4.6pinned · no hash');
  await editor.goTo(5, 3);
  await editor.repair('Add the SHA-256 hash of colorama 0.4.6');
  await expect.poll(() => editor.line('colorama'), SOON).toBe('colorama==0.4.6pinned · hashed \\');
  expect((await editor.problems()).filter(problem => problem.startsWith('requirements.txt 5:'))).toEqual([]);
});

test('a name that is meant stays, with the reason for everybody', async () => {
  await editor.open('requirements.in');
  await editor.goTo(4, 3);
  await editor.repair('I mean "colourama" …');
  await stage.type('our own fork');
  const accepted = '[tool.countersign]\nnames = [{ name = "colourama", reason = "our own fork" }]\n';
  await expect.poll(() => readFile(join(stage.folder, 'pyproject.toml'), 'utf8'), SOON).toContain(accepted);
  await expect.poll(async () => (await editor.problems()).filter(problem => problem.includes('typosquat')), SOON).toEqual([]);
});

test('a repair by the keyboard ends the finding, for the editor and for the command line', async () => {
  await editor.open('requirements.txt');
  await editor.goTo(19, 3);
  await editor.repair('Pin to 2.5.0');
  await expect.poll(() => editor.line('urllib3'), SOON).toContain('urllib3==2.5.0');
  await editor.goTo(11, 3);
  await editor.repair(/hash/i);
  await editor.goTo(20, 3);
  await editor.repair(/hash/i);
  await editor.save();
  await expect.poll(() => rulesIn('requirements.txt'), SOON).toEqual([]);
  expect((await editor.problems()).filter(problem => problem.includes('dep/not-hashed'))).toEqual([]);
});

test('half a requirement does not make the other marks flicker', async () => {
  const marks = stage.page.locator('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-info');
  const before = await marks.count();
  expect(before).toBeGreaterThan(0);
  await stage.page.evaluate(watchMarks);
  await editor.goTo(4, 1);
  await stage.page.keyboard.type('idna[soc', { delay: 60 });
  await stage.page.waitForTimeout(600);
  const least = await stage.page.evaluate('window.leastMarks');
  expect(least).toBe(before);
  for (const _ of 'idna[soc') await stage.page.keyboard.press('Backspace');
});

test('a finding that is meant to stay is silenced with a reason', async () => {
  await editor.open('pyproject.toml');
  await editor.goTo(7, 8);
  await editor.repair('Leave it, and say why (lock/stale)');
  await stage.type('locked on Monday');
  await editor.line('countersign: ignore[lock/stale] locked on Monday');
  await editor.save();
  await expect.poll(async () => (await editor.problems()).filter(problem => problem.startsWith('pyproject.toml')), SOON).toEqual([]);
});

test('a library becomes an application by a click', async () => {
  await editor.open('library/pyproject.toml');
  await expect.poll(() => editor.problems(), SOON).toContain('library/pyproject.toml 26:12 dep/exact-pin-in-library');
  await stage.page.locator('[id="status.languageStatus"]').first().click();
  const status = stage.page.locator('.hover-language-status');
  await status.filter({ hasText: 'Judged as a library' }).first().waitFor();
  await status
    .filter({ hasText: /Index data of \d\d:\d\d/ })
    .first()
    .waitFor();
  await status
    .filter({ hasText: /Popular names of \d{4}-\d\d-\d\d/ })
    .first()
    .waitFor();
  await status.getByText('Judge as Application').click();
  await expect
    .poll(() => readFile(join(stage.folder, 'library', 'pyproject.toml'), 'utf8'), SOON)
    .toContain('[tool.countersign]\nprofile = "application"');
  await expect.poll(() => editor.problems(), SOON).not.toContain('library/pyproject.toml 26:12 dep/exact-pin-in-library');
});

test('the tool that wrote a lock writes it again, and a person sees the difference first', async () => {
  await editor.open('relock/uv.lock');
  await editor.goTo(1, 2);
  await editor.repair('Lock uv.lock again');
  const proposal = await stage.notification('uv has made a new uv.lock. Take it over?', 60_000);
  await stage.page.locator('.monaco-diff-editor').waitFor();
  expect(await readFile(join(stage.folder, 'relock', 'uv.lock'), 'utf8')).toContain('idna');
  await proposal.press('Take Over');
  await expect.poll(() => readFile(join(stage.folder, 'relock', 'uv.lock'), 'utf8'), SOON).not.toContain('idna');
  await expect.poll(() => rulesIn('uv.lock', 'relock'), SOON).toEqual([]);
});

test('what changes on the disk is read again', async () => {
  const file = join(stage.folder, 'relock', 'pyproject.toml');
  await writeFile(file, (await readFile(file, 'utf8')).replace('dependencies = []', 'dependencies = ["idna>=3"]'));
  await expect.poll(() => editor.problems(), SOON).toContain('relock/uv.lock 1:1 lock/stale');
});

test('marks go with the last open file of a project', async () => {
  await stage.runCommand('View: Close All Editors');
  await expect.poll(() => editor.problems(), SOON).toEqual([]);
});

async function rulesIn(file: string, below = '.'): Promise<readonly string[]> {
  const options = {
    profile: 'auto',
    pinning: 'advice',
    occasion: 'writing',
    ownVersion: '0.1.0',
    now: Date.now(),
    gather: null,
    names: shippedNames(join(projectRoot, 'data', 'names', 'names.txt.br')),
    only: null,
  } as const;
  const { findings } = await checkProject(projectFiles, join(stage.folder, below), options, new AbortController().signal);
  return findings.filter(finding => finding.file === file).map(({ rule }) => rule);
}

/** Runs in the page: how many milliseconds after the next key one more mark is drawn. */
const watchNextMark = `
  window.markedAfter = 0;
  document.addEventListener('keydown', () => {
    const count = () => document.querySelectorAll('${MARKS}').length;
    const [begun, before] = [performance.now(), count()];
    (function look() {
      if (count() > before) window.markedAfter = performance.now() - begun;
      else requestAnimationFrame(look);
    })();
  }, { capture: true, once: true });
`;

/** Runs in the page: remembers the smallest number of marks that any frame showed. */
const watchMarks = `
  window.leastMarks = Infinity;
  (function look() {
    const seen = document.querySelectorAll('.monaco-editor .squiggly-warning, .monaco-editor .squiggly-info').length;
    window.leastMarks = Math.min(window.leastMarks, seen);
    requestAnimationFrame(look);
  })();
`;
