import * as vscode from 'vscode';

import type { LiveProject } from '../../app/liveProject.ts';
import { lockableFiles, lockAgain, type LockedAgain } from '../../app/lockAgain.ts';
import type { LockTools } from '../../app/ports.ts';
import { Cancelled } from '../../core/failure.ts';
import { labelText } from '../../core/text/visibleText.ts';
import { openDocument, uriOf } from './places.ts';
import type { WorkspaceProjects } from './workspaceProjects.ts';

const SCHEME = 'countersign-lock';

type Locked = Extract<LockedAgain, { readonly kind: 'locked' }>;

/** Has the tool that wrote a lock write it again, on a copy; a person sees the difference before anything changes. */
export class LockAgain implements vscode.Disposable {
  readonly #projects: WorkspaceProjects;
  readonly #tools: LockTools;
  readonly #texts = new Map<string, string>();
  readonly #provider: vscode.Disposable;

  constructor(projects: WorkspaceProjects, tools: LockTools) {
    this.#projects = projects;
    this.#tools = tools;
    const provideTextDocumentContent = (uri: vscode.Uri): string => this.#texts.get(uri.toString()) ?? '';
    this.#provider = vscode.workspace.registerTextDocumentContentProvider(SCHEME, { provideTextDocumentContent });
  }

  dispose(): void {
    this.#provider.dispose();
  }

  /** By the file in front. */
  async run(): Promise<void> {
    const document = vscode.window.activeTextEditor?.document;
    const found = document === undefined ? null : await this.#projects.of(document);
    if (found === null)
      return void vscode.window.showInformationMessage('Open a lock file, or the pyproject.toml beside it, then run this again.');
    const file = await pickFile(found.project, found.file);
    if (file !== null) await this.#lock(found.project, file);
  }

  /** As the code action says it. */
  async runOn(argument: unknown): Promise<void> {
    const { folder, file } = (argument ?? {}) as Partial<Record<string, unknown>>;
    const project = typeof folder === 'string' ? this.#projects.at(folder) : null;
    if (project !== null && typeof file === 'string') await this.#lock(project, file);
  }

  async #lock(project: LiveProject, file: string): Promise<void> {
    if (!vscode.workspace.isTrusted) return void vscode.window.showErrorMessage('This workspace is not trusted, so no tool is run in it.');
    const made = await withProgress(file, signal => lockAgain(this.#tools, project, file, signal));
    if (made === null) return;
    if (made.kind === 'refused') return void vscode.window.showErrorMessage(labelText(made.problem));
    if (made.kind === 'unchanged')
      return void vscode.window.showInformationMessage(`${made.program} changed nothing: ${labelText(file)} is up to date.`);
    await this.#propose(uriOf(project.folder, file), labelText(file), made);
  }

  async #propose(target: vscode.Uri, name: string, { program, before, text }: Locked): Promise<void> {
    const [now, then] = ['now', 'then'].map(query => target.with({ scheme: SCHEME, query }));
    if (now === undefined || then === undefined) return;
    this.#texts.set(now.toString(), before).set(then.toString(), text);
    await vscode.commands.executeCommand('vscode.diff', now, then, `${name}: now, and as ${program} writes it`, { preview: true });
    const pressed = await vscode.window.showInformationMessage(
      `${program} has made a new ${name}. Take it over?`,
      'Take Over',
      'Leave As It Is',
    );
    await closeDifference(then);
    this.#texts.delete(now.toString());
    this.#texts.delete(then.toString());
    if (pressed !== 'Take Over') return;
    if (!(await write(target, before, text)))
      void vscode.window.showErrorMessage(`${name} has changed meanwhile, so it was left alone. Lock again to see the difference anew.`);
  }
}

async function pickFile(project: LiveProject, open: string): Promise<string | null> {
  const files = lockableFiles(project);
  if (files.includes(open)) return open;
  if (files.length === 0) {
    void vscode.window.showInformationMessage('No file here tells which tool has locked it: there is nothing to lock again.');
    return null;
  }
  return files.length === 1
    ? (files[0] ?? null)
    : ((await vscode.window.showQuickPick([...files], { placeHolder: 'Which file to lock again?' })) ?? null);
}

async function withProgress<T>(file: string, run: (signal: AbortSignal) => Promise<T>): Promise<T | null> {
  const options = { location: vscode.ProgressLocation.Notification, title: `Locking ${labelText(file)}`, cancellable: true };
  return vscode.window.withProgress(options, async (_, token) => {
    const cancel = new AbortController();
    token.onCancellationRequested(() => cancel.abort(new Cancelled()));
    try {
      return await run(cancel.signal);
    } catch (error) {
      if (error instanceof Cancelled) return null;
      throw error;
    }
  });
}

async function closeDifference(shown: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap(group => group.tabs);
  const own = tabs.filter(({ input }) => input instanceof vscode.TabInputTextDiff && input.modified.toString() === shown.toString());
  await vscode.window.tabGroups.close(own);
}

/** False where the file is not what the tool started from any more. */
async function write(uri: vscode.Uri, before: string, text: string): Promise<boolean> {
  const isNew = await vscode.workspace.fs.stat(uri).then(
    () => false,
    () => true,
  );
  if (isNew !== (before === '')) return false;
  const edit = new vscode.WorkspaceEdit();
  if (isNew) edit.createFile(uri, { contents: new TextEncoder().encode(text) });
  else {
    const document = openDocument(uri) ?? (await vscode.workspace.openTextDocument(uri));
    if (document.getText() !== before) return false;
    edit.replace(uri, new vscode.Range(0, 0, document.lineCount, 0), text);
  }
  await vscode.workspace.applyEdit(edit);
  await (await vscode.workspace.openTextDocument(uri)).save();
  await vscode.window.showTextDocument(uri);
  return true;
}
