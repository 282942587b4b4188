import type * as vscode from 'vscode';

import { labelText } from '../../core/text/visibleText.ts';
import type { Judged, LiveChecks } from './liveChecks.ts';
import { statusItem } from './statusItem.ts';
import type { StatusPlace } from './statusPlace.ts';

/** Says how the project is judged and why, with the other profile a click away. */
export function profileStatus(checks: LiveChecks, place: StatusPlace): vscode.Disposable {
  return statusItem({
    id: 'countersign.profile',
    name: 'Countersign: Library or Application',
    place,
    tell: ({ folder }) => {
      const judged = checks.latest(folder);
      if (judged === null) return null;
      const { profile, reason } = judged.judgement.profile;
      return { text: `Judged as ${names[profile]}`, detail: labelText(reason), command: commandOf(judged) };
    },
  });
}

const names = { library: 'a library', application: 'an application' } as const;

/** It is written into `pyproject.toml`, so there has to be one. */
function commandOf({ project, judgement: { profile } }: Judged): vscode.Command | undefined {
  if (!project.holds('pyproject.toml')) return undefined;
  const other = profile.profile === 'library' ? 'Application' : 'Library';
  return { command: 'countersign.switchProfile', title: `Judge as ${other}` };
}
