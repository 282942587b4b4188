import * as vscode from 'vscode';

import { standingOf } from '../../core/documents/standing.ts';
import type { LiveChecks } from './liveChecks.ts';
import { rangeOf } from './places.ts';
import type { WorkspaceProjects } from './workspaceProjects.ts';

/** Beside each dependency, how it stands. */
export class Inlays implements vscode.InlayHintsProvider, vscode.Disposable {
  readonly #projects: WorkspaceProjects;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  readonly onDidChangeInlayHints = this.#changed.event;

  constructor(projects: WorkspaceProjects, checks: LiveChecks) {
    this.#projects = projects;
    // While somebody types, the editor asks by itself.
    const judged = checks.onJudged(({ isSettled }) => (isSettled ? this.#changed.fire() : undefined));
    this.#subscriptions = vscode.Disposable.from(this.#changed, judged);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  provideInlayHints(document: vscode.TextDocument, visible: vscode.Range): vscode.InlayHint[] {
    const found = this.#projects.known(document.uri);
    const requirements = found?.project.document(found.file)?.requirements ?? [];
    return requirements.flatMap(requirement => {
      const range = rangeOf(requirement.span);
      if (range.intersection(visible) === undefined) return [];
      const phrase = standingOf(requirement, found?.project.locks ?? []);
      return phrase === null ? [] : [hint(document, range.end, phrase)];
    });
  }
}

/** Behind the quotation mark and the comma of a string: what follows on the line keeps its place beside it. */
function hint(document: vscode.TextDocument, end: vscode.Position, phrase: string): vscode.InlayHint {
  const rest = document.lineAt(end.line).text.slice(end.character);
  const made = new vscode.InlayHint(end.translate(0, /^["']?,?/.exec(rest)?.[0].length ?? 0), phrase);
  made.paddingLeft = true;
  return made;
}
