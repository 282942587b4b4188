import * as assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import * as vscode from 'vscode';

const PATIENCE_MS = 15_000;

/** A folder that a suite writes for itself, as VS Code holds it. */
export interface ScratchProject {
  uriOf(name: string): vscode.Uri;
  write(name: string, text: string): Promise<void>;
  /** Writes a file that is not there yet, and waits until VS Code has heard of it: of one that is gone at once it says nothing. */
  create(name: string, text: string): Promise<void>;
  show(name: string): Promise<vscode.TextEditor>;
  /** `line:character-line:character rule`, from 0. */
  marks(name: string): readonly string[];
  /** The extension's own offers. */
  actions(name: string, range: vscode.Range, kind?: vscode.CodeActionKind): Promise<readonly vscode.CodeAction[]>;
  titles(name: string, range: vscode.Range): Promise<readonly string[]>;
  /** The phrases beside dependencies. */
  phrases(name: string): Promise<readonly string[]>;
  /** The extension's own hover, read as plain text; a line each. */
  hover(name: string, line: number, character: number): Promise<readonly string[]>;
  remove(): Promise<void>;
}

/** In the workspace, if `root` is not elsewhere. */
export function scratchProject(folderName: string, root = vscode.workspace.workspaceFolders?.[0]?.uri.fsPath ?? ''): ScratchProject {
  const folder = join(root, folderName);
  const uriOf = (name: string): vscode.Uri => vscode.Uri.file(join(folder, name));
  const write = async (name: string, text: string): Promise<void> => {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  };
  const actions: ScratchProject['actions'] = async (name, range, kind = vscode.CodeActionKind.QuickFix) => {
    const found = await vscode.commands.executeCommand<vscode.CodeAction[]>(
      'vscode.executeCodeActionProvider',
      uriOf(name),
      range,
      kind.value,
    );
    // Newer editors add offers of their own.
    return found.filter(({ edit, command }) => edit !== undefined || command?.command.startsWith('_countersign.'));
  };
  return {
    uriOf,
    write,
    create: async (name, text) => {
      const watcher = vscode.workspace.createFileSystemWatcher(new vscode.RelativePattern(vscode.Uri.file(folder), name));
      const heard = new Promise(resolve => watcher.onDidCreate(resolve));
      await write(name, text);
      await heard;
      watcher.dispose();
    },
    show: async name => vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(name)), { preview: false }),
    marks: name => marksOf(uriOf(name)),
    actions,
    titles: async (name, range) => (await actions(name, range)).map(({ title }) => title),
    phrases: async name => {
      const all = new vscode.Range(0, 0, 99, 0);
      const hints = await vscode.commands.executeCommand<vscode.InlayHint[]>('vscode.executeInlayHintProvider', uriOf(name), all);
      return hints.map(({ label }) => (typeof label === 'string' ? label : label.map(({ value }) => value).join('')));
    },
    hover: async (name, line, character) => {
      const place = new vscode.Position(line, character);
      const hovers = await vscode.commands.executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', uriOf(name), place);
      return hovers.flatMap(({ contents }) => contents).flatMap(plainLines);
    },
    remove: async () => {
      await vscode.commands.executeCommand('workbench.action.closeAllEditors');
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** What runs by itself takes a moment. */
export async function until<T>(look: () => T | Promise<T>, expected: T): Promise<void> {
  for (const end = performance.now() + PATIENCE_MS; performance.now() < end; await wait(50)) {
    try {
      assert.deepEqual(await look(), expected);
      return;
    } catch {
      continue;
    }
  }
  assert.deepEqual(await look(), expected);
}

function marksOf(uri: vscode.Uri): readonly string[] {
  const found = vscode.languages.getDiagnostics(uri).filter(({ source }) => source === 'countersign');
  return found
    .map(({ range: { start, end }, code }) => {
      const rule = typeof code === 'object' ? code.value : code;
      return `${start.line}:${start.character}-${end.line}:${end.character} ${rule ?? ''}`;
    })
    .toSorted();
}

/** Nothing in a hover of ours is Markdown, and none is trusted. */
function plainLines(content: unknown): readonly string[] {
  assert.ok(content instanceof vscode.MarkdownString);
  assert.equal(content.isTrusted ?? false, false);
  return content.value.replaceAll('\\', '').replaceAll('&nbsp;', ' ').split('\n\n');
}
