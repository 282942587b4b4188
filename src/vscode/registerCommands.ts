import * as vscode from 'vscode';

import { Failure } from '../core/failure.ts';
import { explainFailure } from '../core/outcome/explainFailure.ts';
import { commandIds, type CommandId } from './commandIds.ts';
import type { Messages } from './messages.ts';

export type CommandHandlers = Readonly<Record<CommandId, () => Promise<void> | void>>;

export interface CommandOptions {
  readonly messages: Messages;
  readonly log: { failure(failure: Failure): void };
}

/** Registers every command, with the one catch of this front. Arguments are refused: only a person's own call counts. */
export function registerCommands(handlers: CommandHandlers, options: CommandOptions): vscode.Disposable {
  return vscode.Disposable.from(
    ...commandIds.map(id => vscode.commands.registerCommand(id, (...args: unknown[]) => run(handlers[id], args, options))),
  );
}

async function run(handler: () => Promise<void> | void, args: readonly unknown[], options: CommandOptions): Promise<void> {
  if (args.some(arg => arg !== undefined)) throw new Error('This command takes no arguments: it is for a person to run.');
  try {
    await handler();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    options.log.failure(error);
    await options.messages.say(explainFailure(error));
  }
}
