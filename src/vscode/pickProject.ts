import * as vscode from 'vscode';

import { findProjects, type ProjectChoice } from '../app/findProjects.ts';
import type { Files } from '../app/ports.ts';
import { labelText } from '../core/text/visibleText.ts';

/** The project that a person means: the only one, or their choice. Null where there is none, or they left. */
export async function pickProject(files: Files, placeHolder: string): Promise<ProjectChoice | null> {
  const folders = (vscode.workspace.workspaceFolders ?? []).filter(
    folder => folder.uri.scheme === 'file' || folder.uri.scheme === 'vscode-remote',
  );
  const projects = await findProjects(
    files,
    folders.map(folder => folder.uri.fsPath),
  );
  if (projects.length === 0) return sayNone();
  const only = projects.length === 1 ? projects[0] : undefined;
  const chosen = only ?? (await choose(projects, placeHolder));
  if (chosen?.problem) return sayBroken(chosen);
  return chosen ?? null;
}

async function choose(projects: readonly ProjectChoice[], placeHolder: string): Promise<ProjectChoice | undefined> {
  const items = projects.map(project => ({
    label: labelText(project.name ?? (project.path === '.' ? 'this folder' : project.path)),
    description: labelText(project.version ?? (project.problem ? '' : 'version from the build')),
    detail: project.problem ? `$(error) ${labelText(project.problem)}` : labelText(project.path),
    project,
  }));
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true, matchOnDetail: true }))?.project;
}

async function sayNone(): Promise<null> {
  const pressed = await vscode.window.showErrorMessage(
    'There is no pyproject.toml in this workspace. Open the folder of a Python project.',
    'Open Folder…',
  );
  if (pressed) await vscode.commands.executeCommand('vscode.openFolder');
  return null;
}

async function sayBroken(project: ProjectChoice): Promise<null> {
  const pressed = await vscode.window.showErrorMessage(labelText(`Nothing was built or uploaded. ${project.problem ?? ''}`), 'Open');
  if (pressed) await openAt(project);
  return null;
}

async function openAt(project: ProjectChoice): Promise<void> {
  const { line, character } = project.problemAt ?? { line: 0, character: 0 };
  const at = new vscode.Position(line, character);
  await vscode.window.showTextDocument(vscode.Uri.file(`${project.folder}/pyproject.toml`), { selection: new vscode.Range(at, at) });
}
