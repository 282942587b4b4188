import * as vscode from 'vscode';

import type { LiveProject } from '../../app/liveProject.ts';
import type { LiveChecks } from './liveChecks.ts';
import type { WorkspaceProjects } from './workspaceProjects.ts';

/** Matches no file. */
const NOWHERE: vscode.DocumentSelector = { scheme: 'countersign-nowhere' };

/** The project of the file in front, and a selector for just that file: what Countersign does not read has no status of ours. */
export class StatusPlace implements vscode.Disposable {
  readonly #projects: WorkspaceProjects;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;

  readonly onChanged = this.#changed.event;

  constructor(projects: WorkspaceProjects, checks: LiveChecks) {
    this.#projects = projects;
    const fire = (): void => this.#changed.fire();
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.window.onDidChangeActiveTextEditor(fire),
      checks.onJudged(({ isSettled }) => (isSettled ? fire() : undefined)),
      checks.onLeft(fire),
    );
  }

  get project(): LiveProject | null {
    const uri = vscode.window.activeTextEditor?.document.uri;
    return uri === undefined ? null : (this.#projects.known(uri)?.project ?? null);
  }

  get selector(): vscode.DocumentSelector {
    const uri = vscode.window.activeTextEditor?.document.uri;
    if (uri === undefined || this.project === null) return NOWHERE;
    return { scheme: 'file', pattern: new vscode.RelativePattern(vscode.Uri.joinPath(uri, '..'), uri.path.split('/').at(-1) ?? '') };
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }
}
