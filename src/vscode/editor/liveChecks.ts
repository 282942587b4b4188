import * as vscode from 'vscode';

import type { LiveProject } from '../../app/liveProject.ts';
import type { ProjectJudgement } from '../../core/checks/judgeProject.ts';
import type { Gathered } from '../../core/checks/runChecks.ts';
import { watchedFiles } from './dependencyFiles.ts';
import { foldersAround, openDocument } from './places.ts';
import { Pauses } from './pauses.ts';
import type { WorkspaceProjects } from './workspaceProjects.ts';

/** So long after the last keystroke the strict parse has its turn, and after some more the indexes: half a name is none to ask for. */
const PAUSE_MS = 350;
const INDEX_PAUSE_MS = 1000;
/** What happens on the disk comes in bursts; and a file whose language changes is closed and opened again. */
const SETTLING_MS = 200;
/** A project that takes longer is judged in the pauses only: meanwhile the editor moves its marks along with the text. */
const MOST_WHILE_TYPING_MS = 30;

/** A project as it was just judged. */
export interface Judged {
  readonly project: LiveProject;
  readonly judgement: ProjectJudgement;
  /** False between a keystroke and the pause: what only the strict parse tells is then as old as the last pause. */
  readonly isSettled: boolean;
}

export interface LiveCheckOptions {
  readonly projects: WorkspaceProjects;
  readonly judge: (project: LiveProject, index: Gathered['index']) => ProjectJudgement;
  /** What a judgement that nobody sees grow has to wait for; never rejects. */
  readonly ready: (project: LiveProject) => Promise<void>;
  /** What indexes have told of the project so far; asks no network. */
  readonly knownFacts: (project: LiveProject) => Gathered['index'];
  /** Asks for what is missing; true where something new is known. */
  readonly askIndexes: (project: LiveProject, isForced: boolean) => Promise<boolean>;
  /** Whether a person has allowed it already. */
  readonly mayAsk: () => boolean;
  /** Told of what no one expected: the one catch of what runs by itself. */
  readonly failed: (error: unknown) => void;
}

/** Follows what is typed, and judges the project again: at once, and with the rest after the pause. */
export class LiveChecks implements vscode.Disposable {
  readonly #options: LiveCheckOptions;
  readonly #judged = new vscode.EventEmitter<Judged>();
  readonly #left = new vscode.EventEmitter<string>();
  readonly #latest = new Map<string, Judged>();
  readonly #costs = new Map<string, number>();
  /** Inclusions that were looked for, and are not there. */
  readonly #unread = new Map<string, string>();
  /** Folders whose marks stay though none of their files is open: a person had the whole workspace checked. */
  readonly #kept = new Set<string>();
  readonly #pauses = new Pauses();
  readonly #subscriptions: Pick<vscode.Disposable, 'dispose'>[] = [this.#judged, this.#left, this.#pauses];

  readonly onJudged = this.#judged.event;
  /** The folder of a project that nobody looks at any more. */
  readonly onLeft = this.#left.event;

  constructor(options: LiveCheckOptions) {
    this.#options = options;
  }

  /** Begins with what is open. */
  start(): void {
    const { workspace } = vscode;
    const watcher = workspace.createFileSystemWatcher(watchedFiles);
    this.#subscriptions.push(
      watcher,
      workspace.onDidOpenTextDocument(document => this.#opened(document)),
      workspace.onDidCloseTextDocument(document => this.#closed(document)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) this.#attempt(() => this.#typed(document));
      }),
      watcher.onDidChange(uri => this.#changedOnDisk(uri, false)),
      watcher.onDidCreate(uri => this.#changedOnDisk(uri, true)),
      watcher.onDidDelete(uri => this.#changedOnDisk(uri, true)),
      workspace.onDidDeleteFiles(() => this.#lookAgain()),
      workspace.onDidRenameFiles(() => this.#lookAgain()),
      workspace.onDidChangeWorkspaceFolders(() => this.#lookAgain()),
      workspace.onDidGrantWorkspaceTrust(() => this.askAgain(false)),
    );
    for (const document of workspace.textDocuments) this.#opened(document);
  }

  latest(folder: string): Judged | null {
    return this.#latest.get(folder) ?? null;
  }

  /** Judges everything that is loaded again, because something outside of it has changed; also between a keystroke and the pause. */
  again(): void {
    for (const project of this.#options.projects.all) this.#judge(project, this.latest(project.folder)?.isSettled ?? true);
  }

  /** Asks the indexes again, also for what they have told a moment ago if that is wanted. */
  askAgain(isForced: boolean): void {
    for (const project of this.#options.projects.all) this.#ask(project, isForced);
  }

  /** Checks a project whose files need not be open, and keeps its marks; gives the number of findings. */
  async check(folder: string): Promise<number> {
    const project = await this.#options.projects.load(folder);
    this.#kept.add(folder);
    await this.#options.ready(project);
    this.#judge(project, true);
    if (this.#options.mayAsk() && (await this.#options.askIndexes(project, false))) this.#judge(project, true);
    const found = this.latest(folder)?.judgement.findings.length ?? 0;
    this.#releaseUnlessOpen(project);
    return found;
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  #opened(document: vscode.TextDocument): void {
    this.#run(async () => {
      const found = await this.#options.projects.of(document);
      if (found === null || document.isClosed) return;
      this.#judge(found.project, true);
      this.#ask(found.project, false);
    });
  }

  /** What was not saved is gone with it, so the disk counts again. */
  #closed({ uri }: vscode.TextDocument): void {
    this.#pauses.cancel(uri.toString());
    const folder = this.#options.projects.known(uri)?.project.folder;
    if (folder === undefined) return;
    this.#pauses.after(`left ${folder}`, SETTLING_MS, () => {
      const project = this.#options.projects.at(folder);
      if (project === null) return;
      if (this.#isOpen(project)) this.#reload(folder);
      else if (this.#kept.has(folder)) this.#checkAgain(folder);
      else this.#leave(folder);
    });
  }

  #typed(document: vscode.TextDocument): void {
    const { projects } = this.#options;
    const found = projects.known(document.uri);
    found?.project.type(found.file, document.getText());
    if (found !== null && (this.#costs.get(found.project.folder) ?? 0) <= MOST_WHILE_TYPING_MS) this.#judge(found.project, false);
    this.#pauses.after(document.uri.toString(), PAUSE_MS, () => {
      const now = projects.known(document.uri);
      if (now === null) return this.#opened(document);
      this.#attempt(() => this.#settle(now.project, now.file));
    });
  }

  /** An inclusion that was just typed wants the file that it names, wherever it lies. */
  #settle(project: LiveProject, file: string): void {
    project.settle(file);
    this.#judge(project, true);
    const unread = project.unreadIncludes.join('\n');
    if (unread !== '' && unread !== this.#unread.get(project.folder)) this.#reload(project.folder);
    this.#unread.set(project.folder, unread);
    this.#pauses.after(`index ${project.folder}`, INDEX_PAUSE_MS - PAUSE_MS, () => {
      const current = this.#options.projects.at(project.folder);
      if (current !== null) this.#ask(current, false);
    });
  }

  /** An open file's text is the editor's; all else is read again with its project, which a `pyproject.toml` begins or ends. */
  #changedOnDisk(uri: vscode.Uri, isNewOrGone: boolean): void {
    if (!isNewOrGone && openDocument(uri) !== null) return;
    if (isNewOrGone && uri.path.endsWith('/pyproject.toml')) return this.#lookAgain();
    const folder = this.#folderAround(uri);
    if (folder === null) return;
    this.#pauses.after(`disk ${folder}`, SETTLING_MS, () => this.#reload(folder));
  }

  /** Of the nearest project that is loaded, or whose marks are kept. */
  #folderAround(uri: vscode.Uri): string | null {
    for (const { fsPath } of foldersAround(uri)) if (this.#kept.has(fsPath) || this.#options.projects.at(fsPath) !== null) return fsPath;
    return null;
  }

  #reload(folder: string): void {
    this.#run(async () => {
      const { projects } = this.#options;
      const project = await projects.reload(folder);
      if (project === null && this.#kept.has(folder)) this.#checkAgain(folder);
      if (project === null || projects.at(folder) !== project) return;
      this.#judge(project, true);
      this.#ask(project, false);
      for (const document of vscode.workspace.textDocuments) if (projects.known(document.uri) === null) this.#opened(document);
    });
  }

  #checkAgain(...folders: readonly string[]): void {
    this.#run(async () => {
      for (const folder of folders) await this.check(folder);
    });
  }

  /** Which projects there are may have changed. */
  #lookAgain(): void {
    this.#pauses.after('projects', SETTLING_MS, () => {
      const isOurs = (folder: string): boolean => vscode.workspace.getWorkspaceFolder(vscode.Uri.file(folder)) !== undefined;
      for (const folder of new Set([...this.#latest.keys(), ...this.#kept]))
        if (this.#kept.has(folder) && isOurs(folder)) this.#options.projects.forget(folder);
        else this.#leave(folder);
      for (const document of vscode.workspace.textDocuments) this.#opened(document);
      this.#checkAgain(...this.#kept);
    });
  }

  #isOpen(project: LiveProject): boolean {
    return vscode.workspace.textDocuments.some(({ uri, isClosed }) => !isClosed && this.#options.projects.known(uri)?.project === project);
  }

  #releaseUnlessOpen(project: LiveProject): void {
    if (this.#isOpen(project)) return;
    this.#options.projects.forget(project.folder);
    this.#latest.delete(project.folder);
    this.#costs.delete(project.folder);
  }

  #leave(folder: string): void {
    this.#kept.delete(folder);
    this.#options.projects.forget(folder);
    this.#latest.delete(folder);
    this.#costs.delete(folder);
    this.#pauses.cancel(`index ${folder}`);
    this.#left.fire(folder);
  }

  #ask(project: LiveProject, isForced: boolean): void {
    this.#run(async () => {
      const isNew = await this.#options.askIndexes(project, isForced);
      const current = this.#options.projects.at(project.folder);
      if (isNew && current !== null) this.#judge(current, true);
    });
  }

  #judge(project: LiveProject, isSettled: boolean): void {
    const { judge, knownFacts } = this.#options;
    const begun = performance.now();
    const judged = { project, judgement: judge(project, knownFacts(project)), isSettled };
    this.#costs.set(project.folder, performance.now() - begun);
    this.#latest.set(project.folder, judged);
    this.#judged.fire(judged);
  }

  #attempt(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#options.failed(error);
    }
  }

  #run(work: () => Promise<void>): void {
    work().catch((error: unknown) => this.#options.failed(error));
  }
}
