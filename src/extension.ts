import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as vscode from 'vscode';

import type { Editing } from './editing.ts';
import type { Publishing } from './publishing.ts';
import { editingCommandIds, publishingCommandIds, type CommandId } from './vscode/commandIds.ts';
import { isReasonToCheck } from './vscode/editor/dependencyFiles.ts';
import { createMessages } from './vscode/messages.ts';
import { createOutputLog } from './vscode/outputLog.ts';
import { logFailure, registerCommands, type CommandHandlers } from './vscode/registerCommands.ts';

/** Registers the commands. What they need is in bundles of its own: the first command loads one, the first file that names dependencies the other. */
export function activate(context: vscode.ExtensionContext): void {
  const log = createOutputLog();
  const messages = createMessages(log);
  const publishing = once(async () => (await import('./publishing.ts')).openPublishing({ context, log, messages }));
  const editing = once(async () => (await import('./editing.ts')).openEditing({ context, log, messages }));
  const handlers = { ...lazily(publishingCommandIds, publishing), ...lazily(editingCommandIds, editing) };
  context.subscriptions.push(
    log,
    registerCommands(handlers, { messages, log }),
    whenDependenciesOpen(() => editing().catch((error: unknown) => logFailure(error, { log }))),
  );
  void isSomethingOpen(join(context.globalStorageUri.fsPath, 'broker', 'journal.ndjson')).then(async isOpen => {
    if (isOpen) await (await publishing()).tellInterrupted();
  });
}

function once<T extends Publishing | Editing>(open: () => Promise<T>): () => Promise<T> {
  let opened: Promise<T> | null = null;
  return () => (opened ??= open());
}

function lazily<Id extends CommandId>(ids: readonly Id[], open: () => Promise<{ handlers: CommandHandlers<Id> }>): CommandHandlers<Id> {
  return Object.fromEntries(ids.map(id => [id, async () => (await open()).handlers[id]()])) as CommandHandlers<Id>;
}

function whenDependenciesOpen(open: () => Promise<unknown>): vscode.Disposable {
  const look = (document: vscode.TextDocument): void => {
    if (isReasonToCheck(document)) void open();
  };
  vscode.workspace.textDocuments.forEach(look);
  return vscode.workspace.onDidOpenTextDocument(look);
}

/** A journal that does not end with an ending: the last window may have been closed while a file was being sent. */
async function isSomethingOpen(journal: string): Promise<boolean> {
  const text = await readFile(journal, 'utf8').catch(() => '');
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  return last !== '' && !last.includes('"event":"ended"');
}
