import * as assert from 'node:assert/strict';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';

import { scratchProject, until, type ScratchProject } from './support/scratchProject.ts';

const DIGEST = 'ab'.repeat(32);
const LIBRARY =
  '[project]\nname = "names"\nversion = "1.0"\ndependencies = [\n  "numpy>=2",\n]\n\n[build-system]\nrequires = ["hatchling>=1.27,<2"]\nbuild-backend = "hatchling.build"\n';
const ACCEPT = 'I mean "reqeusts" …';

/** Names that look like popular ones, in a project that is written for it. */
describe('a name that looks like a popular one', () => {
  const project = scratchProject('names');
  const { uriOf, write, show, marks, actions, titles, phrases, hover, remove } = project;

  before(async () => {
    await write('pyproject.toml', LIBRARY);
    await write('requirements.txt', `idna==3.10 --hash=sha256:${DIGEST}\nreqeusts[socks]==2.32.5 --hash=sha256:${DIGEST}\n`);
    await write('below/pyproject.toml', LIBRARY.replace('"names"', '"below"'));
    await write('below/requirements.txt', 'reqeusts==2.32.5\n');
    await write('own/pyproject.toml', LIBRARY.replace('"names"', '"tabualte"').replace('numpy', 'reqeusts'));
    await show('requirements.txt');
  });

  after(remove);

  it('is marked at the name, with the page of the rule', async () => {
    await until(() => marks('requirements.txt'), ['1:0-1:8 dep/typosquat']);
    const [mark] = vscode.languages.getDiagnostics(uriOf('requirements.txt'));
    assert.match(mark?.message ?? '', /^"reqeusts" looks like "requests" \(two letters swapped\)/);
    assert.ok(typeof mark?.code === 'object');
    assert.match(mark.code.target.toString(), /dep-typosquat\.md$/);
  });

  it('is marked while it is typed, and no more when it is right', async () => {
    const editor = await show('pyproject.toml');
    await editor.edit(edit => edit.insert(new vscode.Position(5, 0), '  "reqeusts>=2",\n'));
    await until(() => marks('pyproject.toml'), ['5:3-5:11 dep/typosquat']);
    await editor.edit(edit => edit.replace(new vscode.Range(5, 3, 5, 11), 'requests'));
    await until(() => marks('pyproject.toml'), []);
    await editor.edit(edit => edit.delete(new vscode.Range(5, 0, 6, 0)));
    await editor.document.save();
  });

  it('says so beside the dependency and in its hover', async () => {
    await show('requirements.txt');
    await until(() => phrases('requirements.txt'), ['pinned · hashed', 'looks like requests']);
    const lines = await hover('requirements.txt', 0, 1);
    assert.ok(
      lines.some(line => /most downloaded/.test(line)),
      lines.join('\n'),
    );
  });

  it('is looked at in the hover of the own name too, as it stands now', async () => {
    const editor = await show('own/pyproject.toml');
    await until(() => marks('own/pyproject.toml'), ['4:3-4:11 dep/typosquat']);
    const [words] = await hover('own/pyproject.toml', 1, 10);
    assert.match(words ?? '', /^"tabualte" looks like "tabulate"/);
    await editor.edit(edit => edit.replace(new vscode.Range(1, 8, 1, 16), 'other'));
    assert.deepEqual(await hover('own/pyproject.toml', 1, 10), []);
    await editor.document.save();
  });

  it('is replaced, with what belongs to the other project left out', async () => {
    const { document } = await show('requirements.txt');
    const place = new vscode.Range(1, 2, 1, 2);
    await until(() => titles('requirements.txt', place), ['Replace with "requests"', ACCEPT]);
    const [action] = await actions('requirements.txt', place);
    const replacement = action?.edit;
    assert.ok(replacement);
    await vscode.workspace.applyEdit(replacement);
    assert.equal(document.lineAt(1).text, 'requests[socks]==2.32.5');
    await until(() => marks('requirements.txt').filter(mark => mark.includes('typosquat')), []);
    await vscode.commands.executeCommand('undo');
    await until(() => marks('requirements.txt').length, 1);
  });

  it('is not replaced by the repair of a whole file', async () => {
    const offered = await actions('requirements.txt', new vscode.Range(0, 0, 2, 0), vscode.CodeActionKind.SourceFixAll);
    assert.deepEqual(offered, []);
  });

  it('stays once somebody says why, in the project that it belongs to', async () => {
    await show('below/requirements.txt');
    await until(() => marks('below/requirements.txt').some(mark => mark.includes('typosquat')), true);
    const asked = await answering('Our own mirror', () => accept(project, 'below/requirements.txt', 0));
    assert.deepEqual(asked.problems, ['A reason is needed.', null]);
    await until(() => marks('below/requirements.txt').some(mark => mark.includes('typosquat')), false);
    const [below, above] = await Promise.all(['below/pyproject.toml', 'pyproject.toml'].map(name => textOf(uriOf(name))));
    assert.ok(below?.endsWith('\n[tool.countersign]\nnames = [{ name = "reqeusts", reason = "Our own mirror" }]\n'), below);
    assert.equal(above, LIBRARY);
    assert.deepEqual(marks('requirements.txt'), ['1:0-1:8 dep/typosquat']);
  });

  it('stays marked where the person thinks better of it', async () => {
    await show('requirements.txt');
    await answering(undefined, () => accept(project, 'requirements.txt', 1));
    assert.equal(await textOf(uriOf('pyproject.toml')), LIBRARY);
  });

  it('cannot be kept in a pyproject.toml that is no TOML, and nothing is asked in vain', async () => {
    const editor = await show('pyproject.toml');
    await editor.edit(edit => edit.insert(new vscode.Position(2, 0), 'version =\n'));
    await until(() => marks('pyproject.toml').some(mark => mark.includes('toml/syntax')), true);
    await show('requirements.txt');
    const { said, titles } = await answering('unused', () => accept(project, 'requirements.txt', 1));
    assert.deepEqual(titles, []);
    assert.deepEqual(said, ['pyproject.toml is no TOML: see line 3. Mend it, then say again that you mean this name.']);
    const mending = await show('pyproject.toml');
    await mending.edit(edit => edit.delete(new vscode.Range(2, 0, 3, 0)));
    await mending.document.save();
    await until(() => marks('pyproject.toml'), []);
  });
});

describe('a name that looks like a popular one, where there is no pyproject.toml', () => {
  let project: ScratchProject | null = null;

  before(async () => {
    project = scratchProject('alone', await mkdtemp(join(tmpdir(), 'countersign-host-')));
    await project.write('requirements.txt', 'reqeusts\n');
  });

  after(() => project?.remove());

  it('can be kept in a comment, which is offered', async () => {
    const lone = project;
    assert.ok(lone);
    const { marks, show } = lone;
    await show('requirements.txt');
    await until(() => marks('requirements.txt'), ['0:0-0:8 dep/typosquat']);
    const { said, titles } = await answering('unused', () => accept(lone, 'requirements.txt', 0));
    assert.deepEqual(titles, []);
    assert.match(said.join(), /^This project has no pyproject\.toml.* A comment in requirements\.txt does the same for this one line\.$/);
  });
});

/** By the code action, as a person does. */
async function accept({ actions, titles }: ScratchProject, name: string, line: number): Promise<void> {
  const place = new vscode.Range(line, 2, line, 2);
  await until(async () => (await titles(name, place)).includes(ACCEPT), true);
  const found = await actions(name, place);
  const command = found.find(({ title }) => title === ACCEPT)?.command;
  assert.ok(command);
  await vscode.commands.executeCommand(command.command, ...(command.arguments as readonly unknown[]));
}

async function textOf(uri: vscode.Uri): Promise<string> {
  return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
}

interface Asked {
  /** Of input boxes. */
  readonly titles: readonly string[];
  /** What the box says to a blank, and to the answer. */
  readonly problems: readonly unknown[];
  /** In messages, none of whose buttons is pressed. */
  readonly said: readonly string[];
}

/** Answers for the person meanwhile. */
async function answering(answer: string | undefined, work: () => Promise<void>): Promise<Asked> {
  const [titles, problems, said]: [string[], unknown[], string[]] = [[], [], []];
  const box = (options: vscode.InputBoxOptions): Promise<string | undefined> => {
    titles.push(options.title ?? '');
    for (const text of [' ', answer ?? '']) problems.push(options.validateInput?.(text));
    return Promise.resolve(answer);
  };
  const message = (text: string): Promise<undefined> => (said.push(text), Promise.resolve(undefined));
  const undo = [stand('showInputBox', box), stand('showErrorMessage', message), stand('showInformationMessage', message)];
  try {
    await work();
    return { titles, problems, said };
  } finally {
    for (const step of undo) step();
  }
}

function stand(name: 'showInputBox' | 'showErrorMessage' | 'showInformationMessage', value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(vscode.window, name) ?? {};
  Object.defineProperty(vscode.window, name, { value, configurable: true });
  return () => void Object.defineProperty(vscode.window, name, before);
}
