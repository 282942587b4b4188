import { join } from 'node:path';
import type * as vscode from 'vscode';

import type { Progress } from './app/ports.ts';
import type { World } from './app/world.ts';
import { openBroker } from './node/brokerClient.ts';
import { createBuilder } from './node/builder.ts';
import { forgetFactor, readJournal } from './node/brokerStorage.ts';
import { createFiles } from './node/files.ts';
import { createIndexClient } from './node/indexClient.ts';
import { discardEnvironments, ensureEnvironment } from './node/managedEnvironment.ts';
import { projectFiles } from './node/projectFiles.ts';
import { createRehearsalIndex } from './node/rehearsalIndex.ts';
import { createReleaseRecords } from './node/releaseRecords.ts';
import { shippedNames } from './node/shippedNames.ts';
import { systemClock } from './node/systemClock.ts';
import { openApprovalPage, pageHost } from './vscode/approvalPage.ts';
import type { PublishingCommandId } from './vscode/commandIds.ts';
import { forgetFactorCommand } from './vscode/forgetFactorCommand.ts';
import { tellInterrupted } from './vscode/interrupted.ts';
import type { Messages } from './vscode/messages.ts';
import type { OutputLog } from './vscode/outputLog.ts';
import { publishCommands } from './vscode/publishCommands.ts';
import { Publisher } from './vscode/publisher.ts';
import type { CommandHandlers } from './vscode/registerCommands.ts';
import { readSealKey } from './vscode/sealKey.ts';
import { settings } from './vscode/settings.ts';
import { showReleasesCommand } from './vscode/showReleasesCommand.ts';

declare const __VERSION__: string;
declare const __BROKER_SHA256__: string;

export interface Publishing {
  readonly handlers: CommandHandlers<PublishingCommandId>;
  readonly tellInterrupted: () => Promise<void>;
}

/** What the door hands over: its context, and the two sinks that it has opened already. */
export interface Surroundings {
  readonly context: vscode.ExtensionContext;
  readonly log: OutputLog;
  readonly messages: Messages;
}

/** Builds the adapters and hands them in. Loaded with the first command, so that a window that publishes nothing pays nothing. */
export function openPublishing({ context, log, messages }: Surroundings): Publishing {
  const storage = (...parts: string[]): string => join(context.globalStorageUri.fsPath, ...parts);
  const shipped = (...parts: string[]): string => join(context.extensionPath, 'dist', ...parts);
  const files = createFiles(storage('staging'));
  const records = createReleaseRecords(storage('releases.ndjson'));
  const installed = { folder: storage('environments'), lock: shipped('python', 'requirements.lock'), pythonPath: settings.pythonPath, log };
  const rehearsalIndex = createRehearsalIndex({ program: shipped('python', 'index'), folder: storage(), log });

  const createWorld = (progress: Progress): World => {
    const environment = (signal: AbortSignal) => ensureEnvironment({ ...installed, progress }, signal);
    return {
      files,
      projectFiles,
      builder: createBuilder({ environment, folder: storage(), log }),
      index: createIndexClient(`countersign/${__VERSION__}`),
      rehearsalIndex: rehearsalIndex.with(environment),
      names: shippedNames(shipped('names.txt.br')),
      openBroker: async signal =>
        openBroker({
          program: shipped('broker.cjs'),
          programSha256: __BROKER_SHA256__,
          start: {
            storageFolder: storage('broker'),
            pageFolder: shipped('page'),
            launcher: shipped('python', 'launcher.py'),
            environment: await environment(signal),
            pageHost: pageHost(),
            sealKey: await readSealKey(context.secrets),
          },
          proxy: settings.proxy(),
          openPage: openApprovalPage,
          log,
        }),
      clock: systemClock,
      log,
      progress,
      records,
      ownVersion: __VERSION__,
    };
  };

  const publisher = new Publisher({ createWorld, messages, log, discardEnvironment: () => discardEnvironments(storage('environments')) });
  context.subscriptions.push({ dispose: () => rehearsalIndex.stop() });
  return {
    handlers: {
      ...publishCommands({ publisher, files, settings }),
      'countersign.forgetFactor': forgetFactorCommand(() => forgetFactor(storage('broker'))),
      'countersign.showReleases': showReleasesCommand(records),
      'countersign.showLog': () => log.show(),
    },
    tellInterrupted: async () =>
      tellInterrupted({ readJournal: () => readJournal(storage('broker')), publisher, settings, settled: context.globalState }),
  };
}
