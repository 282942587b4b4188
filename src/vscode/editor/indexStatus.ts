import type * as vscode from 'vscode';

import { internalCommands } from '../commandIds.ts';
import type { LookUps, LookUpState } from './lookUps.ts';
import { statusItem } from './statusItem.ts';
import type { StatusPlace } from './statusPlace.ts';

/** How old what the indexes told is, with a click to ask again. */
export function indexStatus(lookUps: LookUps, place: StatusPlace): vscode.Disposable {
  return statusItem({
    id: 'countersign.index',
    name: 'Countersign: Index Data',
    place,
    onChanged: lookUps.onChanged,
    tell: project => {
      const state = lookUps.stateOf(project);
      return { text: textOf(state), detail: details[state.kind], isBusy: state.kind === 'asking', command: commandOf(state) };
    },
  });
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
