import * as vscode from 'vscode';

import type { LiveProject } from '../../app/liveProject.ts';
import type { StatusPlace } from './statusPlace.ts';

/** What stands beside the language of a file, behind `{ }`. */
export interface StatusWords {
  readonly text: string;
  readonly detail: string;
  readonly isBusy?: boolean;
  readonly command?: vscode.Command | undefined;
}

export interface StatusItemOptions {
  readonly id: string;
  readonly name: string;
  readonly place: StatusPlace;
  /** Null: what is shown stays. */
  readonly tell: (project: LiveProject) => StatusWords | null;
  /** Besides the place, whose changes count always. */
  readonly onChanged?: vscode.Event<void>;
}

/** A line about the project of the file in front; it is renewed whenever something has changed. */
export function statusItem({ id, name, place, tell, onChanged }: StatusItemOptions): vscode.Disposable {
  const item = vscode.languages.createLanguageStatusItem(id, place.selector);
  item.name = name;
  const show = (): void => {
    item.selector = place.selector;
    const words = place.project && tell(place.project);
    if (words) fill(item, words);
  };
  show();
  return vscode.Disposable.from(item, place.onChanged(show), ...(onChanged === undefined ? [] : [onChanged(show)]));
}

function fill(item: vscode.LanguageStatusItem, { text, detail, isBusy = false, command }: StatusWords): void {
  item.text = text;
  item.detail = detail;
  item.busy = isBusy;
  item.command = command;
}
