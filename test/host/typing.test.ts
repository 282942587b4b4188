import * as assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';

const PATIENCE_MS = 15_000;
const APPLICATION = '[project]\nname = "typing"\ndependencies = [\n  "idna",\n  "attrs>=25",\n]\n\n[tool.uv]\npackage = false\n';
const DIGEST = 'ab'.repeat(32);

/** Marks, repairs and the rest as VS Code holds them, in a project that is written for it. */
describe('while somebody types', () => {
  const folder = join(vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? '', 'typing');
  const uriOf = (name: string): vscode.Uri => vscode.Uri.file(join(folder, name));

  before(async () => {
    await mkdir(folder, { recursive: true });
    await write('pyproject.toml', APPLICATION);
    await write('requirements.txt', `idna==3.10 --hash=sha256:${DIGEST}\nattrs\n`);
    await show('pyproject.toml');
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await rm(folder, { recursive: true, force: true });
  });

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
    const found = await actions('pyproject.toml', new vscode.Range(3, 4, 3, 4));
    assert.deepEqual(
      found.map(({ title }) => title),
      ['Leave it, and say why (dep/unpinned)…'],
    );
    const whole = await actions('pyproject.toml', new vscode.Range(0, 0, 0, 0));
    assert.deepEqual(
      whole.map(({ title }) => title),
      ['Make uv.lock…', 'Leave it, and say why (lock/missing)…'],
    );
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
    const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>(
      'vscode.executeInlayHintProvider',
      uriOf('requirements.txt'),
      new vscode.Range(0, 0, 9, 0),
    );
    assert.deepEqual(
      hints.map(({ label }) => label),
      ['pinned · hashed', 'not pinned · no hash'],
    );
    const hovers = await vscode.commands.executeCommand<vscode.Hover[]>(
      'vscode.executeHoverProvider',
      uriOf('requirements.txt'),
      new vscode.Position(0, 2),
    );
    const [text] = hovers.flatMap(({ contents }) => contents);
    assert.ok(text instanceof vscode.MarkdownString);
    assert.equal(text.isTrusted ?? false, false);
    assert.match(text.value.replaceAll('\\', '').replaceAll('&nbsp;', ' '), /^idna==3\.10: pinned · hashed/);
  });

  it('reads what changes on the disk: a new file, a lock, and one that is gone', async () => {
    await show('pyproject.toml');
    await write(
      'uv.lock',
      'version = 1\n\n[[package]]\nname = "idna"\nversion = "3.10"\nsource = { registry = "https://index.example/simple/" }\n',
    );
    await until(() => marks('pyproject.toml').some(mark => mark.includes('lock/missing')), false);
    await until(() => marks('uv.lock').length > 0, true);
    await rm(join(folder, 'uv.lock'));
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
      const whole = await actions('pyproject.toml', new vscode.Range(0, 0, 0, 0));
      assert.deepEqual(
        whole.map(({ title }) => title),
        ['Leave it, and say why (lock/missing)…'],
      );
    } finally {
      Object.defineProperty(vscode.workspace, 'isTrusted', { ...trust, configurable: true });
    }
  });

  it('checks projects that nobody has opened, and follows them on the disk', async () => {
    await mkdir(join(folder, 'closed'), { recursive: true });
    await write('closed/pyproject.toml', APPLICATION);
    await vscode.commands.executeCommand('countersign.checkWorkspace');
    await until(() => marks('closed/pyproject.toml').length, 3);
    await write('closed/pyproject.toml', APPLICATION.replace('  "idna",\n', ''));
    await until(() => marks('closed/pyproject.toml').length, 2);
    await rm(join(folder, 'closed'), { recursive: true });
  });

  async function write(name: string, text: string): Promise<void> {
    await writeFile(join(folder, name), text);
  }

  async function show(name: string): Promise<vscode.TextEditor> {
    return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(name)), { preview: false });
  }

  /** `line:character-line:character rule`, from 0. */
  function marks(name: string): readonly string[] {
    const found = vscode.languages.getDiagnostics(uriOf(name)).filter(({ source }) => source === 'countersign');
    return found
      .map(({ range: { start, end }, code }) => {
        const rule = typeof code === 'object' ? code.value : code;
        return `${start.line}:${start.character}-${end.line}:${end.character} ${rule ?? ''}`;
      })
      .toSorted();
  }

  async function actions(name: string, range: vscode.Range, kind = vscode.CodeActionKind.QuickFix): Promise<readonly vscode.CodeAction[]> {
    const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uriOf(name),
      range,
      kind.value,
    );
    // Newer editors add offers of their own.
    return found.filter(({ edit, command }) => edit !== undefined || command?.command.startsWith('_countersign.'));
  }
});

/** What runs by itself takes a moment. */
async function until<T>(look: () => T, expected: T): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await wait(50)) {
    try {
      assert.deepEqual(look(), expected);
      return;
    } catch {
      continue;
    }
  }
  assert.deepEqual(look(), expected);
}
