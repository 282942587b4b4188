import { expect, test } from 'vitest';

import type { LiveProject } from '../../../src/app/liveProject.ts';
import { liveProjectOf } from '../../fakes/liveProjectOf.ts';

const LIBRARY =
  '[build-system]\nrequires = ["hatchling>=1.26"]\nbuild-backend = "hatchling.build"\n\n[project]\nname = "demo"\nversion = "1.0"\ndependencies = [\n  "idna==3.10",\n  "attrs==25.1",\n]\n';

test('a keystroke is judged at once, by the text as it is', async () => {
  const project = await liveProjectOf({ 'pyproject.toml': LIBRARY });
  expect(rules(project)).toEqual(['dep/exact-pin-in-library', 'dep/exact-pin-in-library']);
  project.type('pyproject.toml', LIBRARY.replace('idna==3.10', 'idna>=3.10'));
  expect(rules(project)).toEqual(['dep/exact-pin-in-library']);
});

test('half a requirement leaves the others as they are, and the syntax to the pause', async () => {
  const project = await liveProjectOf({ 'pyproject.toml': LIBRARY });
  const half = LIBRARY.replace('  "attrs', '  "cli\n  "attrs');
  project.type('pyproject.toml', half);
  expect(rules(project)).toEqual(['dep/exact-pin-in-library', 'dep/exact-pin-in-library']);
  project.settle('pyproject.toml');
  expect(rules(project)).toContain('toml/syntax');
  project.type('pyproject.toml', LIBRARY);
  expect(rules(project)).toContain('toml/syntax');
  project.settle('pyproject.toml');
  expect(rules(project)).not.toContain('toml/syntax');
});

test('the profile stays while the file is broken', async () => {
  const application = `${LIBRARY.replace(/^\[build-system\][^]*?\n\n/, '')}[tool.uv]\npackage = false\n`;
  const project = await liveProjectOf({ 'pyproject.toml': application });
  project.type('pyproject.toml', `${application}[`);
  project.settle('pyproject.toml');
  expect(judged(project).profile).toMatchObject({ profile: 'application' });
});

test('a file that was broken when it was opened is judged by what can be read of it now', async () => {
  const project = await liveProjectOf({ 'pyproject.toml': `${LIBRARY}[` });
  expect(judged(project).profile).toMatchObject({ profile: 'library' });
  project.type('pyproject.toml', '[tool.uv]\npackage = false\n[');
  project.settle('pyproject.toml');
  expect(judged(project).profile).toMatchObject({ profile: 'application' });
});

test('a lock is read again too', async () => {
  const project = await liveProjectOf({ 'pyproject.toml': LIBRARY, 'uv.lock': 'version = 1\n' });
  project.type(
    'uv.lock',
    'version = 1\n\n[[package]]\nname = "idna"\nversion = "3.10"\nsource = { registry = "https://index.example/simple/" }\n',
  );
  expect(project.locks.map(({ packages }) => packages.length)).toEqual([1]);
});

test('the same text changes nothing', async () => {
  const project = await liveProjectOf({ 'requirements.txt': 'idna\n' });
  const before = project.document('requirements.txt');
  project.type('requirements.txt', 'idna\n');
  expect(project.document('requirements.txt')).toBe(before);
});

test('a script without its block names no dependencies any more', async () => {
  const project = await liveProjectOf({ 'run.py': '# /// script\n# dependencies = ["idna"]\n# ///\n' });
  expect(project.holds('run.py')).toBe(true);
  project.type('run.py', 'print()\n');
  expect(project.holds('run.py')).toBe(false);
});

test.each([
  ['that was typed', '-r other.txt\n', ['other.txt']],
  ['that is read', '-r requirements-dev.txt\n', []],
  ['of an address', '-r https://files.example/r.txt\n', []],
])('an inclusion %s', async (_, text, unread) => {
  const project = await liveProjectOf({ 'requirements.txt': '', 'requirements-dev.txt': '' });
  project.type('requirements.txt', text);
  expect(project.unreadIncludes).toEqual(unread);
});

test.each([
  ['pyproject.toml', `${LIBRARY}\n[dependency-groups]\ndev = [\n  "idna==3.10",\n]\n`, '"idna==3.10"', '"idna==3.1"'],
  ['requirements.txt', `idna==3.10\nattrs==25.1 \\\n  --hash=sha256:${'0'.repeat(64)}  # why\n`, 'idna==3.10', 'idna==3.1'],
])('what a keystroke in %s leaves in its place stays the same object, and what moves is read again', async (file, text, typed, change) => {
  const project = await liveProjectOf({ [file]: text });
  const before = project.document(file)?.requirements ?? [];
  project.type(file, text.replace(typed, change));
  const after = project.document(file)?.requirements ?? [];
  expect(after.map((requirement, place) => requirement === before[place])).toEqual(
    before.map(({ raw }, place) => raw !== 'idna==3.10' || place > 1),
  );
  project.type(file, text.replace(typed, `\n${typed}`));
  const below = (project.document(file)?.requirements ?? []).map(({ span }) => span.start.line);
  expect(below).toEqual(before.map(({ span }, place) => span.start.line + (place === 0 && file === 'pyproject.toml' ? 0 : 1)));
});

test('an included file keeps its kind, whatever its name', async () => {
  const project = await liveProjectOf({ 'requirements.txt': '-c pins.txt\n', 'pins.txt': 'idna==3.10\n' });
  project.type('pins.txt', 'idna==3.11\n');
  expect(project.document('pins.txt')).toMatchObject({ kind: 'constraints', requirements: [{ specifier: '==3.11' }] });
});

function judged(project: LiveProject): ReturnType<LiveProject['judge']> {
  return project.judge(
    { names: { missing: 'not read' }, index: { missing: 'offline' }, now: { fact: 0 } },
    { profile: 'auto', pinning: 'advice', occasion: 'writing', ownVersion: '0.1.0' },
  );
}

function rules(project: LiveProject): readonly string[] {
  return judged(project).findings.map(({ rule }) => rule);
}
