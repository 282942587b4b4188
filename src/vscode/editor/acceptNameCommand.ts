import * as vscode from 'vscode';

import { acceptNameEdit } from '../../core/checks/names/acceptNameEdit.ts';
import type { TextEdit } from '../../core/checks/check.ts';
import { readDocument } from '../../core/documents/readDocument.ts';
import type { Span } from '../../core/text/span.ts';
import { labelText } from '../../core/text/visibleText.ts';
import { TOOL_FILE } from '../../core/project/toolTable.ts';
import { askReason } from './askReason.ts';
import { changeFile } from './changeFile.ts';
import { rangeOf, uriOf } from './places.ts';
import { suppress } from './suppressCommand.ts';
import type { WorkspaceProjects } from './workspaceProjects.ts';

/** The requirement whose name is meant, as the code action says it. */
interface Target {
  readonly uri: string;
  readonly line: number;
  readonly name: string;
}

/** What may be written into the `pyproject.toml` as it stands now; a problem, with its place, where nothing can be. */
type Place = { readonly edit: TextEdit } | { readonly problem: string; readonly span: Span | null };

/** Writes "I mean this one" into the `pyproject.toml` of the project that the requirement belongs to, wherever it stands. */
export async function acceptName(projects: WorkspaceProjects, argument: unknown): Promise<void> {
  if (!isTarget(argument)) return;
  const project = projects.known(vscode.Uri.parse(argument.uri))?.project ?? null;
  if (project === null) return;
  if (!project.holds(TOOL_FILE)) return leaveThere(projects, argument);
  const file = uriOf(project.folder, TOOL_FILE);
  if (!(await placeIn(file, argument.name, ''))) return;
  const prompt = 'Why is it the right one? The reason is written into pyproject.toml, for everybody who works on this project.';
  const reason = await askReason(`You mean "${labelText(argument.name)}"`, prompt);
  const edit = reason === null ? null : await placeIn(file, argument.name, reason);
  if (edit !== null) await changeFile(file, edit);
}

/** Null after the person was told why nothing can be written. */
async function placeIn(file: vscode.Uri, name: string, reason: string): Promise<TextEdit | null> {
  const place = placeFor((await vscode.workspace.openTextDocument(file)).getText(), name, reason);
  if ('edit' in place) return place.edit;
  const pressed = await vscode.window.showErrorMessage(place.problem, 'Open pyproject.toml');
  if (pressed !== undefined) await vscode.window.showTextDocument(file, place.span === null ? {} : { selection: rangeOf(place.span) });
  return null;
}

function placeFor(text: string, name: string, reason: string): Place {
  const document = readDocument(TOOL_FILE, 'pyproject', text);
  const [fault] = document?.problems ?? [];
  if (fault !== undefined) {
    const line = fault.range.start.line + 1;
    return { problem: `pyproject.toml is no TOML: see line ${line}. Mend it, then say again that you mean this name.`, span: fault.range };
  }
  const edit = document && acceptNameEdit(document, name, reason);
  if (edit) return { edit };
  return { problem: 'Nothing can be added to names in [tool.countersign]. Write it as a list, then say it again.', span: null };
}

/** Where there is no file for the whole project, the one that names the dependency has a place for it. */
async function leaveThere(projects: WorkspaceProjects, { uri, line, name }: Target): Promise<void> {
  const file = labelText(vscode.Uri.parse(uri).path.split('/').at(-1) ?? '');
  const message = `This project has no pyproject.toml, in which "${labelText(name)}" could be kept as the name that is meant. A comment in ${file} does the same for this one line.`;
  const pressed = await vscode.window.showInformationMessage(message, 'Write the Comment…');
  if (pressed !== undefined) await suppress(projects, { uri, line, rule: 'dep/typosquat' });
}

function isTarget(argument: unknown): argument is Target {
  if (typeof argument !== 'object' || argument === null) return false;
  const { uri, line, name } = argument as Partial<Record<keyof Target, unknown>>;
  return typeof uri === 'string' && typeof line === 'number' && typeof name === 'string';
}
