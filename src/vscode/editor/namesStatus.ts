import type * as vscode from 'vscode';

import type { PopularNames } from './popularNames.ts';
import { statusItem, type StatusWords } from './statusItem.ts';
import type { StatusPlace } from './statusPlace.ts';

/** How old the list is that names are compared with. It comes with the extension and changes with it, so there is nothing to click. */
export function namesStatus(popular: PopularNames, place: StatusPlace): vscode.Disposable {
  return statusItem({
    id: 'countersign.names',
    name: 'Countersign: Popular Names',
    place,
    onChanged: popular.onChanged,
    tell: () => wordsFor(popular.known),
  });
}

function wordsFor(known: PopularNames['known']): StatusWords {
  if ('missing' in known) return { text: 'Names are not compared', detail: known.missing };
  return { text: `Popular names of ${known.fact.date}`, detail: 'what looks like one of them is marked' };
}
