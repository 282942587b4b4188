import * as assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';

import { scratchProject, until } from './support/scratchProject.ts';

const APPLICATION = '[project]\nname = "typing"\ndependencies = [\n  "idna",\n  "attrs>=25",\n]\n\n[tool.uv]\npackage = false\n';
const START = new vscode.Range(0, 0, 0, 0);
const DIGEST = 'ab'.repeat(32);

/** Marks, repairs and the rest as VS Code holds them, in a project that is written for it. */
describe('while somebody types', () => {
  const { uriOf, write, create, show, marks, actions, titles, phrases, hover, remove } = scratchProject('typing');

  before(async () => {
    await write('pyproject.toml', APPLICATION);
    await write('requirements.txt', `idna==3.10 --hash=sha256:${DIGEST}\nattrs\n`);
    await show('pyproject.toml');
  });

  after(remove);

  it('marks what is wrong at its place, also in files beside that are not open', async () => {
    await until(() => marks('pyproject.toml'), ['0:0-0:0 lock/missing', '3:3-3:7 dep/unpinned', '4:3-4:12 dep/unpinned']);
    await until(() => marks('requirements.txt'), ['1:0-1:5 dep/not-hashed']);
  });

  it('follows each keystroke, and leaves the other marks where they are', async () => {
    const editor = await show('pyproject.toml');
    await editor.edit(edit => edit.insert(new vscode.Position(4, 2), '"cli'));
    await until(() => marks('pyproject.toml').filter(mark => mark.startsWith('3:')), ['3:3-3:7 dep/unpinned']);
    await until(() => marks('pyproject.toml').filter(mark => mark.includes('toml/syntax')).length, 1);
    await editor.edit(edit => edit.delete(new vscode.Range(4, 2, 4, 6)));
    await until(() => marks('pyproject.toml').filter(mark => mark.includes('toml/syntax')), []);
    await until(() => marks('pyproject.toml').length, 3);
    await editor.document.save();
  });

  it('offers repairs, a new lock, and to leave it with a reason', async () => {
    await until(() => titles('pyproject.toml', new vscode.Range(3, 4, 3, 4)), ['Leave it, and say why (dep/unpinned)…']);
    await until(() => titles('pyproject.toml', START), ['Make uv.lock…', 'Leave it, and say why (lock/missing)…']);
  });

  it('repairs all of a file at once', async () => {
    await write('requirements-dev.txt', 'idna => 3.10\nattrs = 25.1\n');
    const { document } = await show('requirements-dev.txt');
    await until(() => marks('requirements-dev.txt').length, 2);
    const [fixAll] = await actions('requirements-dev.txt', new vscode.Range(0, 0, 2, 0), vscode.CodeActionKind.SourceFixAll);
    assert.ok(fixAll?.edit);
    await vscode.workspace.applyEdit(fixAll.edit);
    assert.equal(document.getText(), 'idna >= 3.10\nattrs == 25.1\n');
    await until(() => marks('requirements-dev.txt').some(mark => mark.includes('invalid')), false);
    await document.save();
  });

  it('says beside each dependency how it stands, and in its hover what is known, as text', async () => {
    await show('requirements.txt');
    await until(() => phrases('requirements.txt'), ['pinned · hashed', 'not pinned · no hash']);
    const [first] = await hover('requirements.txt', 0, 2);
    assert.equal(first, 'idna==3.10: pinned · hashed');
  });

  it('reads what changes on the disk: a new file, a lock, and one that is gone', async () => {
    await show('pyproject.toml');
    await create(
      'uv.lock',
      'version = 1\n\n[[package]]\nname = "idna"\nversion = "3.10"\nsource = { registry = "https://index.example/simple/" }\n',
    );
    await until(() => marks('pyproject.toml').some(mark => mark.includes('lock/missing')), false);
    await until(() => marks('uv.lock').length > 0, true);
    await rm(uriOf('uv.lock').fsPath);
    await until(() => marks('pyproject.toml').some(mark => mark.includes('lock/missing')), true);
    await until(() => marks('uv.lock'), []);
  });

  it('looks at no file that is not on the disk, and at no other', async () => {
    const untitled = await vscode.workspace.openTextDocument({ content: 'idna\n', language: 'pip-requirements' });
    await write('notes.txt', 'idna\n');
    await show('notes.txt');
    await wait(600);
    assert.deepEqual(vscode.languages.getDiagnostics(untitled.uri), []);
    assert.deepEqual(marks('notes.txt'), []);
  });

  it('judges anew when the setting changes', async () => {
    await show('pyproject.toml');
    await vscode.workspace.getConfiguration('countersign').update('pinning', 'off', vscode.ConfigurationTarget.Global);
    await until(() => marks('pyproject.toml'), []);
    await vscode.workspace.getConfiguration('countersign').update('pinning', undefined, vscode.ConfigurationTarget.Global);
    await until(() => marks('pyproject.toml').length, 3);
  });

  it('runs no tool in a workspace that is not trusted, and marks it all the same', async () => {
    const trust = Object.getOwnPropertyDescriptor(vscode.workspace, 'isTrusted') ?? {};
    Object.defineProperty(vscode.workspace, 'isTrusted', { get: () => false, configurable: true });
    try {
      await until(() => titles('pyproject.toml', START), ['Leave it, and say why (lock/missing)…']);
    } finally {
      Object.defineProperty(vscode.workspace, 'isTrusted', { ...trust, configurable: true });
    }
  });

  it('checks projects that nobody has opened, and follows them on the disk', async () => {
    await write('closed/pyproject.toml', APPLICATION);
    await vscode.commands.executeCommand('countersign.checkWorkspace');
    await until(() => marks('closed/pyproject.toml').length, 3);
    await write('closed/pyproject.toml', APPLICATION.replace('  "idna",\n', ''));
    await until(() => marks('closed/pyproject.toml').length, 2);
    await rm(uriOf('closed').fsPath, { recursive: true });
  });
});
