import * as vscode from 'vscode';

import type { Files } from '../../app/ports.ts';
import type { LiveChecks } from './liveChecks.ts';

/** Checks every project of the workspace, one after the other, and shows what was found. */
export async function checkWorkspace(files: Pick<Files, 'findProjectFolders'>, checks: LiveChecks): Promise<void> {
  const roots = (vscode.workspace.workspaceFolders ?? []).map(({ uri }) => uri.fsPath);
  if (roots.length === 0) return void vscode.window.showInformationMessage('No folder is open, so there is nothing to check.');
  const found = await vscode.window.withProgress(
    { location: vscode.ProgressLocation.Notification, title: 'Checking dependencies', cancellable: true },
    (progress, token) => checkAll(files, checks, roots, progress, token),
  );
  if (found === null) return;
  if (found === 0) return void vscode.window.showInformationMessage('Nothing found in the dependencies of this workspace.');
  await vscode.commands.executeCommand('workbench.actions.view.problems');
}

/** Gives the number of findings; null where a person did not wait for it. */
async function checkAll(
  files: Pick<Files, 'findProjectFolders'>,
  checks: LiveChecks,
  roots: readonly string[],
  progress: vscode.Progress<{ message: string }>,
  token: vscode.CancellationToken,
): Promise<number | null> {
  const below = await Promise.all(roots.map(root => files.findProjectFolders(root)));
  const folders = [...new Set([...roots, ...below.flat()])];
  let found = 0;
  for (const [place, folder] of folders.entries()) {
    if (token.isCancellationRequested) return null;
    progress.report({ message: `${place + 1} of ${folders.length}` });
    found += await checks.check(folder);
  }
  return found;
}
