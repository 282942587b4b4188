import * as vscode from 'vscode';

import { LiveProject } from '../../app/liveProject.ts';
import type { ProjectFiles } from '../../app/ports.ts';
import { isDependencyFile, readProject } from '../../app/readProject.ts';
import { documentKindOf } from '../../core/documents/documentKindOf.ts';
import { lockKindOf } from '../../core/locks/readLock.ts';
import { hasScriptBlock } from './dependencyFiles.ts';
import { foldersAround, pathBelow } from './places.ts';

/** A file and the project that it belongs to. */
export interface ProjectFile {
  readonly project: LiveProject;
  readonly file: string;
}

/** `only`: the one file that counts, in a folder that nobody opened as a workspace and that may be a whole home. */
interface Loading {
  readonly only: string | null;
  readonly project: Promise<LiveProject>;
}

/** The projects that are looked at, each read when the first of its files is opened. */
export class WorkspaceProjects {
  readonly #files: ProjectFiles;
  readonly #loading = new Map<string, Loading>();
  readonly #ready = new Map<string, LiveProject>();

  constructor(files: ProjectFiles) {
    this.#files = files;
  }

  get all(): readonly LiveProject[] {
    return [...this.#ready.values()];
  }

  at(folder: string): LiveProject | null {
    return this.#ready.get(folder) ?? null;
  }

  /** The nearest one that is loaded, whether the file is one of its own or not. */
  around(uri: vscode.Uri): LiveProject | null {
    if (uri.scheme !== 'file') return null;
    for (const folder of foldersAround(uri)) {
      const project = this.#ready.get(folder.fsPath);
      if (project !== undefined) return project;
    }
    return null;
  }

  /** What is known at once, for a keystroke; null where the project is not read yet. */
  known(uri: vscode.Uri): ProjectFile | null {
    const project = this.around(uri);
    const file = project && pathBelow(project.folder, uri);
    return project !== null && file !== null && project.holds(file) ? { project, file } : null;
  }

  /** Null for a file that names no dependencies, or lies where no search for them goes: in an environment, among samples. */
  async of(document: vscode.TextDocument): Promise<ProjectFile | null> {
    const known = this.known(document.uri);
    if (known !== null || !mayNameDependencies(document)) return known;
    const { folder, isOurs } = await folderOf(document.uri);
    const file = pathBelow(folder, document.uri);
    if (file === null || !isDependencyFile(file)) return null;
    const project = await this.load(folder, isOurs ? null : file);
    if (!project.holds(file) && (!isOurs || (await this.#isFound(folder, file)))) {
      project.type(file, document.getText());
      project.settle(file);
    }
    return project.holds(file) ? { project, file } : null;
  }

  load(folder: string, only: string | null = null): Promise<LiveProject> {
    return (this.#loading.get(folder) ?? this.#read(folder, only)).project;
  }

  /** Reads it anew; meanwhile the old one is there. Null where it is not loaded any more. */
  async reload(folder: string): Promise<LiveProject | null> {
    const before = this.#loading.get(folder);
    return before === undefined ? null : this.#read(folder, before.only).project;
  }

  /** It is read again when it is next asked for. */
  forget(folder: string): void {
    this.#loading.delete(folder);
    this.#ready.delete(folder);
  }

  #read(folder: string, only: string | null): Loading {
    const loading: Loading = { only, project: readProject(this.#files, folder, only).then(reading => new LiveProject(reading)) };
    this.#loading.set(folder, loading);
    loading.project.then(
      project => {
        if (this.#loading.get(folder) !== loading) return;
        overlayOpenFiles(project);
        this.#ready.set(folder, project);
      },
      () => {
        if (this.#loading.get(folder) === loading) this.forget(folder);
      },
    );
    return loading;
  }

  async #isFound(folder: string, file: string): Promise<boolean> {
    return (await this.#files.listBelow(folder, path => path === file)).length > 0;
  }
}

function mayNameDependencies(document: vscode.TextDocument): boolean {
  const { scheme, path } = document.uri;
  if (scheme !== 'file') return false;
  const kind = documentKindOf(path);
  return lockKindOf(path) !== null || (kind === 'script' ? hasScriptBlock(document) : kind !== null);
}

/** What is open may not be saved yet: the text on the screen is the one that counts. */
function overlayOpenFiles(project: LiveProject): void {
  for (const document of vscode.workspace.textDocuments) {
    const file = pathBelow(project.folder, document.uri);
    if (file === null || !project.holds(file) || project.text(file) === document.getText()) continue;
    project.type(file, document.getText());
    project.settle(file);
  }
}

/** The nearest folder above that is a project, else the workspace's own; for a file outside of it, the file's. */
async function folderOf(uri: vscode.Uri): Promise<{ readonly folder: string; readonly isOurs: boolean }> {
  const root = vscode.workspace.getWorkspaceFolder(uri)?.uri;
  if (root === undefined) return { folder: vscode.Uri.joinPath(uri, '..').fsPath, isOurs: false };
  for (const folder of foldersAround(uri)) {
    if (folder.path === root.path || !folder.path.startsWith(root.path)) break;
    if (await exists(vscode.Uri.joinPath(folder, 'pyproject.toml'))) return { folder: folder.fsPath, isOurs: true };
  }
  return { folder: root.fsPath, isOurs: true };
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
