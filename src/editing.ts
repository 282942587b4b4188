import { join } from 'node:path';
import type * as vscode from 'vscode';

import { factGatherer } from './app/factGatherer.ts';
import { createFiles } from './node/files.ts';
import { openIndexPorts } from './node/indexPorts.ts';
import { lockTools } from './node/lockTools.ts';
import { projectFiles } from './node/projectFiles.ts';
import { shippedNames } from './node/shippedNames.ts';
import { systemClock } from './node/systemClock.ts';
import { internalCommands, type EditingCommandId } from './vscode/commandIds.ts';
import { acceptName } from './vscode/editor/acceptNameCommand.ts';
import { checkWorkspace } from './vscode/editor/checkWorkspaceCommand.ts';
import { LiveChecks } from './vscode/editor/liveChecks.ts';
import { LockAgain } from './vscode/editor/lockAgainCommand.ts';
import { LookUps } from './vscode/editor/lookUps.ts';
import { lookUp } from './vscode/editor/lookUpCommand.ts';
import { PopularNames } from './vscode/editor/popularNames.ts';
import { ProjectNames } from './vscode/editor/projectNames.ts';
import { surfaces } from './vscode/editor/surfaces.ts';
import { suppress } from './vscode/editor/suppressCommand.ts';
import { switchProfile } from './vscode/editor/switchProfileCommand.ts';
import { WorkspaceProjects } from './vscode/editor/workspaceProjects.ts';
import type { Messages } from './vscode/messages.ts';
import type { OutputLog } from './vscode/outputLog.ts';
import { logFailure, registerInternal, type CommandHandlers } from './vscode/registerCommands.ts';
import { settings } from './vscode/settings.ts';

declare const __VERSION__: string;

export interface Editing {
  readonly handlers: CommandHandlers<EditingCommandId>;
}

/** What the door hands over: its context, and the two sinks that it has opened already. */
export interface EditingSurroundings {
  readonly context: vscode.ExtensionContext;
  readonly log: OutputLog;
  readonly messages: Messages;
}

/** Builds what marks dependencies while somebody types. Loaded with the first file that names some. */
export function openEditing({ context, log, messages }: EditingSurroundings): Editing {
  const projects = new WorkspaceProjects(projectFiles);
  const names = new ProjectNames();
  const ports = openIndexPorts(join(context.globalStorageUri.fsPath, 'index'), `countersign/${__VERSION__}`);
  const lookUps = new LookUps({ memory: context.workspaceState, gather: factGatherer(ports, null, names.all), now: systemClock.now });
  const failed = (error: unknown): void => logFailure(error, { log });
  const popular = new PopularNames({ load: shippedNames(join(context.extensionPath, 'dist', 'names.txt.br')), failed });
  const checks = new LiveChecks({
    projects,
    judge: (project, index) =>
      project.judge(
        { index, names: popular.known, now: { fact: systemClock.now() } },
        { profile: 'auto', pinning: settings.pinning(project.folder), occasion: 'writing', ownVersion: __VERSION__ },
      ),
    ready: project => popular.readyFor(project),
    knownFacts: project => lookUps.known(project),
    askIndexes: (project, isForced) => lookUps.ask(project, isForced),
    mayAsk: () => lookUps.isAllowed,
    failed,
  });
  const locking = new LockAgain(projects, lockTools);
  const own = [names, popular, lookUps, checks, locking, ...surfaces({ projects, checks, lookUps, popular }), ...actions()];
  context.subscriptions.push(...own);
  checks.start();
  return {
    handlers: {
      'countersign.checkWorkspace': () => checkWorkspace(createFiles(''), checks),
      'countersign.lookUp': () => lookUp(lookUps, checks),
      'countersign.lockAgain': () => locking.run(),
      'countersign.switchProfile': () => switchProfile(projects, checks),
    },
  };

  function actions(): readonly vscode.Disposable[] {
    const options = { messages, log };
    return [
      registerInternal(internalCommands.suppress, argument => suppress(projects, argument), options),
      registerInternal(internalCommands.acceptName, argument => acceptName(projects, argument), options),
      registerInternal(internalCommands.lock, argument => locking.runOn(argument), options),
      registerInternal(internalCommands.askAgain, () => checks.askAgain(true), options),
    ];
  }
}
