import * as vscode from 'vscode';

import { profileEdit } from '../../core/project/profileEdit.ts';
import { changeFile } from './changeFile.ts';
import type { LiveChecks } from './liveChecks.ts';
import { uriOf } from './places.ts';
import type { WorkspaceProjects } from './workspaceProjects.ts';

/** Writes the other profile into `pyproject.toml`, where the command line and the team read it too. */
export async function switchProfile(projects: WorkspaceProjects, checks: LiveChecks): Promise<void> {
  const uri = vscode.window.activeTextEditor?.document.uri;
  const project = uri === undefined ? null : projects.around(uri);
  const judged = project && checks.latest(project.folder);
  const document = project?.document('pyproject.toml') ?? null;
  if (!judged || document === null)
    return void vscode.window.showInformationMessage('Open a file of a project with a pyproject.toml: the profile is written there.');
  const other = judged.judgement.profile.profile === 'library' ? 'application' : 'library';
  await changeFile(uriOf(judged.project.folder, 'pyproject.toml'), profileEdit(document, other));
}
