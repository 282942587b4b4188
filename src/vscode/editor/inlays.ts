import * as vscode from 'vscode';

import type { LiveProject } from '../../app/liveProject.ts';
import { lookAlikePhrase } from '../../core/checks/names/lookAlikePhrase.ts';
import type { DependencyDocument } from '../../core/documents/dependencyDocument.ts';
import type { Requirement } from '../../core/documents/requirement.ts';
import { standingOf } from '../../core/documents/standing.ts';
import type { LiveChecks } from './liveChecks.ts';
import { rangeOf } from './places.ts';
import type { PopularNames } from './popularNames.ts';
import type { WorkspaceProjects } from './workspaceProjects.ts';

export interface InlaySources {
  readonly projects: WorkspaceProjects;
  readonly checks: LiveChecks;
  readonly popular: Pick<PopularNames, 'list'>;
}

/** Beside each dependency, how it stands, or which one it looks like. */
export class Inlays implements vscode.InlayHintsProvider, vscode.Disposable {
  readonly #sources: InlaySources;
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  readonly onDidChangeInlayHints = this.#changed.event;

  constructor(sources: InlaySources) {
    this.#sources = sources;
    // While somebody types, the editor asks by itself.
    const judged = sources.checks.onJudged(({ isSettled }) => (isSettled ? this.#changed.fire() : undefined));
    this.#subscriptions = vscode.Disposable.from(this.#changed, judged);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  provideInlayHints(document: vscode.TextDocument, visible: vscode.Range): vscode.InlayHint[] {
    const found = this.#sources.projects.known(document.uri);
    const read = found?.project.document(found.file) ?? null;
    if (found === null || read === null) return [];
    return read.requirements.flatMap(requirement => {
      const range = rangeOf(requirement.span);
      if (range.intersection(visible) === undefined) return [];
      const phrase = this.#phraseFor(requirement, read, found.project);
      return phrase === null ? [] : [hint(document, range.end, phrase)];
    });
  }

  #phraseFor(requirement: Requirement, document: DependencyDocument, { folder, locks }: LiveProject): string | null {
    const { checks, popular } = this.#sources;
    const findings = checks.latest(folder)?.judgement.findings ?? [];
    const lookAlike = popular.list === null ? null : lookAlikePhrase(requirement, document, findings, popular.list);
    return lookAlike ?? standingOf(requirement, locks);
  }
}

/** Behind the quotation mark and the comma of a string: what follows on the line keeps its place beside it. */
function hint(document: vscode.TextDocument, end: vscode.Position, phrase: string): vscode.InlayHint {
  const rest = document.lineAt(end.line).text.slice(end.character);
  const made = new vscode.InlayHint(end.translate(0, /^["']?,?/.exec(rest)?.[0].length ?? 0), phrase);
  made.paddingLeft = true;
  return made;
}
