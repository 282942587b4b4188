import * as vscode from 'vscode';

import { isCheckId } from '../../core/checks/ruleNames.ts';
import { suppressionEdit } from '../../core/documents/suppressionEdit.ts';
import type { CheckId } from '../../core/checks/check.ts';
import { askReason } from './askReason.ts';
import { rangeOf } from './places.ts';
import type { WorkspaceProjects } from './workspaceProjects.ts';

/** Where the suppression belongs, as the code action says it. */
interface Target {
  readonly uri: string;
  readonly rule: CheckId;
  readonly line: number;
}

/** Writes `# countersign: ignore[rule] reason` above the requirement. Without a reason it would count for nothing, so one is asked for. */
export async function suppress(projects: WorkspaceProjects, argument: unknown): Promise<void> {
  if (!isTarget(argument)) return;
  const uri = vscode.Uri.parse(argument.uri);
  const prompt = 'Why may it stay? The reason is written into the file, for everybody who reads it.';
  const reason = await askReason(`Leave it: ${argument.rule}`, prompt);
  const found = projects.known(uri);
  const document = found?.project.document(found.file) ?? null;
  if (reason === null || document === null) return;
  const { span, newText } = suppressionEdit(document, { line: argument.line, character: 0 }, argument.rule, reason);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(uri, rangeOf(span), newText);
  await vscode.workspace.applyEdit(edit);
}

function isTarget(argument: unknown): argument is Target {
  if (typeof argument !== 'object' || argument === null) return false;
  const { uri, rule, line } = argument as Partial<Record<keyof Target, unknown>>;
  return typeof uri === 'string' && typeof rule === 'string' && isCheckId(rule) && typeof line === 'number';
}
