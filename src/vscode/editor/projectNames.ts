import * as vscode from 'vscode';

import { readPyproject } from '../../core/project/pyproject.ts';

const MOST = 500;

/** What the projects of the workspace are called: they may be private, and depend on each other. Read once, and again when one changes. */
export class ProjectNames implements vscode.Disposable {
  readonly #watcher = vscode.workspace.createFileSystemWatcher('**/pyproject.toml');
  #names: Promise<readonly string[]> | null = null;

  constructor() {
    const forget = (): void => void (this.#names = null);
    this.#watcher.onDidChange(forget);
    this.#watcher.onDidCreate(forget);
  }

  readonly all = (): Promise<readonly string[]> => (this.#names ??= readNames());

  dispose(): void {
    this.#watcher.dispose();
  }
}

async function readNames(): Promise<readonly string[]> {
  const found = await vscode.workspace.findFiles('**/pyproject.toml', '**/{node_modules,site-packages,.venv,venv}/**', MOST);
  return (await Promise.all(found.map(nameIn))).flat();
}

async function nameIn(uri: vscode.Uri): Promise<readonly string[]> {
  const bytes = await vscode.workspace.fs.readFile(uri).then(
    read => read,
    () => new Uint8Array(),
  );
  const { name } = readPyproject(new TextDecoder().decode(bytes)).facts;
  return name === null ? [] : [name];
}
