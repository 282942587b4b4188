import * as vscode from 'vscode';

import { labelText } from '../../core/text/visibleText.ts';
import type { Judged, LiveChecks } from './liveChecks.ts';
import type { StatusPlace } from './statusPlace.ts';

/** Says beside the language of the file how its project is judged and why, with the other profile a click away. */
export class ProfileStatus implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;
  readonly #checks: LiveChecks;
  readonly #place: StatusPlace;
  readonly #subscriptions: vscode.Disposable;

  constructor(checks: LiveChecks, place: StatusPlace) {
    this.#checks = checks;
    this.#place = place;
    this.#item = vscode.languages.createLanguageStatusItem('countersign.profile', place.selector);
    this.#item.name = 'Countersign: Library or Application';
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      place.onChanged(() => this.#show()),
    );
    this.#show();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #show(): void {
    this.#item.selector = this.#place.selector;
    const project = this.#place.project;
    const judged = project && this.#checks.latest(project.folder);
    if (!judged) return;
    const { profile, reason } = judged.judgement.profile;
    this.#item.text = `Judged as ${names[profile]}`;
    this.#item.detail = labelText(reason);
    this.#item.command = commandOf(judged);
  }
}

const names = { library: 'a library', application: 'an application' } as const;

/** It is written into `pyproject.toml`, so there has to be one. */
function commandOf({ project, judgement: { profile } }: Judged): vscode.Command | undefined {
  if (!project.holds('pyproject.toml')) return undefined;
  const other = profile.profile === 'library' ? 'Application' : 'Library';
  return { command: 'countersign.switchProfile', title: `Judge as ${other}` };
}
