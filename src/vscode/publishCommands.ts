import * as vscode from 'vscode';

import type { Files } from '../app/ports.ts';
import type { Destination } from '../app/publish.ts';
import { pypi, testPypi, type IndexProfile } from '../core/indexes/indexProfile.ts';
import { labelText, visibleText } from '../core/text/visibleText.ts';
import type { CommandId } from './commandIds.ts';
import { pickProject } from './pickProject.ts';
import type { Publisher } from './publisher.ts';
import type { Settings } from './settings.ts';

export interface PublishCommandOptions {
  readonly publisher: Publisher;
  readonly files: Files;
  readonly settings: Settings;
}

type Handlers = Readonly<Record<Extract<CommandId, `countersign.${'publish' | 'rehearse'}${string}`>, () => Promise<void>>>;

/** The commands that send a release. Each first makes sure of the person's trust in the workspace. */
export function publishCommands(options: PublishCommandOptions): Handlers {
  return {
    'countersign.publishToPyPI': trusted(() => publishProject(options, { kind: 'profile', profile: pypi })),
    'countersign.publishToTestPyPI': trusted(() => publishProject(options, { kind: 'profile', profile: testPypi })),
    'countersign.rehearse': trusted(() => publishProject(options, { kind: 'rehearsal' })),
    'countersign.publishToAnotherIndex': trusted(() => publishToAnotherIndex(options)),
    'countersign.publishFiles': trusted(() => publishFiles(options)),
  };
}

async function publishProject(options: PublishCommandOptions, destination: Destination): Promise<void> {
  const project = await pickProject(options.files, `Which project to publish to ${nameOf(destination)}?`);
  if (project === null) return;
  const name = visibleText([project.name ?? 'the project', project.version ?? ''].join(' ').trim());
  await options.publisher.run({
    title: titleOf(name, destination),
    source: { kind: 'build', projectFolder: project.folder, declared: project },
    destination,
  });
}

async function publishToAnotherIndex(options: PublishCommandOptions): Promise<void> {
  const profile = await pickCustomIndex(options.settings);
  if (profile !== null) await publishProject(options, { kind: 'profile', profile });
}

async function pickCustomIndex(settings: Settings): Promise<IndexProfile | null> {
  const { profiles, problems } = settings.indexes();
  if (problems.length > 0) void vscode.window.showWarningMessage(labelText(problems.join(' ')));
  if (profiles.length === 0) return sayNoIndex();
  const items = profiles.map(profile => ({ label: labelText(profile.name), description: labelText(profile.uploadUrl), profile }));
  return (await vscode.window.showQuickPick(items, { placeHolder: 'Publish to which index?' }))?.profile ?? null;
}

async function sayNoIndex(): Promise<null> {
  const pressed = await vscode.window.showInformationMessage(
    'No other index is set up. Add one to the setting countersign.indexes.',
    'Open Settings',
  );
  if (pressed) await vscode.commands.executeCommand('workbench.action.openSettings', 'countersign.indexes');
  return null;
}

/** Files that were built elsewhere: the folder is the person's choice, never a guess. */
async function publishFiles(options: PublishCommandOptions): Promise<void> {
  const project = await pickProject(options.files, 'The dist folder of which project?');
  if (project === null) return;
  const destination = await pickDestination(options.settings);
  if (destination === null) return;
  const name = `files from ${visibleText(project.path === '.' ? 'dist' : `${project.path}/dist`)}`;
  await options.publisher.run({
    title: titleOf(name, destination),
    source: { kind: 'files', folder: `${project.folder}/dist` },
    destination,
  });
}

async function pickDestination(settings: Settings): Promise<Destination | null> {
  const profiles = [pypi, testPypi, ...settings.indexes().profiles];
  const items = [
    ...profiles.map(profile => ({
      label: labelText(profile.name),
      description: labelText(profile.uploadUrl),
      destination: { kind: 'profile', profile } as const,
    })),
    { label: 'Rehearsal', description: 'an index on this computer', destination: { kind: 'rehearsal' } as const },
  ];
  return (
    (await vscode.window.showQuickPick<(typeof items)[number]>(items, { placeHolder: 'Publish these files to which index?' }))
      ?.destination ?? null
  );
}

function nameOf(destination: Destination): string {
  return destination.kind === 'rehearsal' ? 'a rehearsal' : visibleText(destination.profile.name);
}

function titleOf(name: string, destination: Destination): string {
  return destination.kind === 'rehearsal' ? `Rehearsing ${name}` : `Publishing ${name} to ${nameOf(destination)}`;
}

/** Building runs the project's code: refused here, whatever the manifest hides. */
function trusted(run: () => Promise<void>): () => Promise<void> {
  return async () => {
    if (vscode.workspace.isTrusted) return run();
    const pressed = await vscode.window.showErrorMessage(
      'This workspace is not trusted, so nothing of it is built or published: a build runs its code.',
      'Manage Workspace Trust',
    );
    if (pressed) await vscode.commands.executeCommand('workbench.trust.manage');
  };
}
