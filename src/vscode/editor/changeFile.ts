import * as vscode from 'vscode';

import type { TextEdit } from '../../core/checks/check.ts';
import { openDocument, rangeOf } from './places.ts';

/** Makes one change, and saves the file where nothing else in it was unsaved: the command line and the team read the disk. */
export async function changeFile(target: vscode.Uri, { span, newText }: Pick<TextEdit, 'span' | 'newText'>): Promise<void> {
  const wasSaved = openDocument(target)?.isDirty !== true;
  const edit = new vscode.WorkspaceEdit();
  edit.replace(target, rangeOf(span), newText);
  if ((await vscode.workspace.applyEdit(edit)) && wasSaved) await (await vscode.workspace.openTextDocument(target)).save();
}
