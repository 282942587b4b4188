import * as vscode from 'vscode';

import type { LiveProject } from '../../app/liveProject.ts';
import { internalCommands } from '../commandIds.ts';
import type { LookUps, LookUpState } from './lookUps.ts';
import type { StatusPlace } from './statusPlace.ts';

/** How old what the indexes told is, beside the language of the file, with a click to ask again. */
export class IndexStatus implements vscode.Disposable {
  readonly #item: vscode.LanguageStatusItem;
  readonly #lookUps: LookUps;
  readonly #place: StatusPlace;
  readonly #subscriptions: vscode.Disposable;

  constructor(lookUps: LookUps, place: StatusPlace) {
    this.#lookUps = lookUps;
    this.#place = place;
    this.#item = vscode.languages.createLanguageStatusItem('countersign.index', place.selector);
    this.#item.name = 'Countersign: Index Data';
    this.#subscriptions = vscode.Disposable.from(
      this.#item,
      lookUps.onChanged(() => this.#show()),
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
    if (project !== null) this.#tell(project);
  }

  #tell(project: LiveProject): void {
    const state = this.#lookUps.stateOf(project);
    this.#item.busy = state.kind === 'asking';
    this.#item.text = textOf(state);
    this.#item.detail = details[state.kind];
    this.#item.command = commandOf(state);
  }
}

const texts: Readonly<Record<Exclude<LookUpState['kind'], 'told'>, string>> = {
  untrusted: 'No index is asked',
  unanswered: 'No index is asked',
  refused: 'No index is asked',
  asking: 'Asking the index',
  unreachable: 'The index cannot be reached',
  nothing: 'The index told nothing',
};

const details: Readonly<Record<LookUpState['kind'], string>> = {
  untrusted: 'this workspace is not trusted',
  unanswered: 'you have not said yet whether it may be',
  refused: 'you have said so for this workspace',
  asking: '',
  unreachable: 'what was known before still counts',
  nothing: 'no name here is looked up',
  told: 'what is yanked, vulnerable or not there',
};

function textOf(state: LookUpState): string {
  return state.kind === 'told' ? `Index data of ${timeWords(state.asOf)}` : texts[state.kind];
}

/** As the clock on the wall shows it; with the day where it is not today's. */
function timeWords(time: number): string {
  const date = new Date(time);
  const clock = `${String(date.getHours()).padStart(2, '0')}:${String(date.getMinutes()).padStart(2, '0')}`;
  return date.toDateString() === new Date().toDateString()
    ? clock
    : `${date.toLocaleDateString(undefined, { dateStyle: 'medium' })}, ${clock}`;
}

function commandOf({ kind }: LookUpState): vscode.Command | undefined {
  if (kind === 'untrusted' || kind === 'asking') return undefined;
  if (kind === 'unanswered' || kind === 'refused') return { command: 'countersign.lookUp', title: 'Look Up…' };
  return { command: internalCommands.askAgain, title: 'Ask Again' };
}
