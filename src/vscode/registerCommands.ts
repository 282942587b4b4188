import * as vscode from 'vscode';

import { Cancelled, Failure } from '../core/failure.ts';
import { explainFailure } from '../core/outcome/explainFailure.ts';
import { commandIds, type CommandId } from './commandIds.ts';
import type { Messages } from './messages.ts';

export type CommandHandlers<Id extends CommandId = CommandId> = Readonly<Record<Id, () => Promise<void> | void>>;

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

/** A command that only our own actions name: it takes an argument, which it checks itself. */
export function registerInternal(
  id: string,
  handler: (argument: unknown) => Promise<void> | void,
  options: CommandOptions,
): vscode.Disposable {
  return vscode.commands.registerCommand(id, (argument: unknown) => run(() => handler(argument), [], options));
}

async function run(handler: () => Promise<void> | void, args: readonly unknown[], options: CommandOptions): Promise<void> {
  if (args.some(arg => arg !== undefined)) throw new Error('This command takes no arguments: it is for a person to run.');
  try {
    await handler();
  } catch (error) {
    await tell(error, options);
  }
}

/** A fault of our own is told like one of the world's: a person can do nothing with its name. */
async function tell(error: unknown, options: CommandOptions): Promise<void> {
  if (error instanceof Cancelled) return;
  const failure = asFailure(error);
  options.log.failure(failure);
  await options.messages.say(explainFailure(failure));
}

/** What runs by itself tells the log only. */
export function logFailure(error: unknown, { log }: Pick<CommandOptions, 'log'>): void {
  if (!(error instanceof Cancelled)) log.failure(asFailure(error));
}

function asFailure(error: unknown): Failure {
  return error instanceof Failure ? error : new Failure('unexpected', '', { cause: error });
}
