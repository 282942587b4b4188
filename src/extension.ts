import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type * as vscode from 'vscode';

import type { Publishing } from './publishing.ts';
import { commandIds } from './vscode/commandIds.ts';
import { createMessages } from './vscode/messages.ts';
import { createOutputLog } from './vscode/outputLog.ts';
import { registerCommands, type CommandHandlers } from './vscode/registerCommands.ts';

/** Registers the commands. What they need is in a bundle of its own, which the first one loads. */
export function activate(context: vscode.ExtensionContext): void {
  const log = createOutputLog();
  const messages = createMessages(log);
  let opened: Promise<Publishing> | null = null;
  const publishing = (): Promise<Publishing> =>
    (opened ??= import('./publishing.ts').then(({ openPublishing }) => openPublishing({ context, log, messages })));
  const handlers = Object.fromEntries(commandIds.map(id => [id, async () => (await publishing()).handlers[id]()])) as CommandHandlers;
  context.subscriptions.push(log, registerCommands(handlers, { messages, log }));
  void isSomethingOpen(join(context.globalStorageUri.fsPath, 'broker', 'journal.ndjson')).then(async isOpen => {
    if (isOpen) await (await publishing()).tellInterrupted();
  });
}

/** A journal that does not end with an ending: the last window may have been closed while a file was being sent. */
async function isSomethingOpen(journal: string): Promise<boolean> {
  const text = await readFile(journal, 'utf8').catch(() => '');
  const last = text.trimEnd().split('\n').at(-1) ?? '';
  return last !== '' && !last.includes('"event":"ended"');
}
