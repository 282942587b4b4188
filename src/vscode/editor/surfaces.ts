import * as vscode from 'vscode';

import { CodeActions } from './codeActions.ts';
import { dependencyFiles } from './dependencyFiles.ts';
import { Diagnostics } from './diagnostics.ts';
import { Hovers } from './hovers.ts';
import { indexStatus } from './indexStatus.ts';
import { Inlays } from './inlays.ts';
import type { LiveChecks } from './liveChecks.ts';
import type { LookUps } from './lookUps.ts';
import { namesStatus } from './namesStatus.ts';
import type { PopularNames } from './popularNames.ts';
import { profileStatus } from './profileStatus.ts';
import { StatusPlace } from './statusPlace.ts';
import type { WorkspaceProjects } from './workspaceProjects.ts';

export interface Sources {
  readonly projects: WorkspaceProjects;
  readonly checks: LiveChecks;
  readonly lookUps: LookUps;
  readonly popular: PopularNames;
}

/** All that a person sees of the checks in an editor. */
export function surfaces({ projects, checks, lookUps, popular }: Sources): readonly Pick<vscode.Disposable, 'dispose'>[] {
  const { languages, workspace } = vscode;
  const diagnostics = new Diagnostics();
  const inlays = new Inlays({ projects, checks, popular });
  const place = new StatusPlace(projects, checks);
  return [
    diagnostics,
    checks.onJudged(judged => (diagnostics.draw(judged), void popular.readyFor(judged.project))),
    checks.onLeft(folder => (diagnostics.leave(folder), lookUps.forget(folder))),
    languages.registerCodeActionsProvider(dependencyFiles, new CodeActions(projects, checks), {
      providedCodeActionKinds: CodeActions.kinds,
    }),
    inlays,
    languages.registerInlayHintsProvider(dependencyFiles, inlays),
    languages.registerHoverProvider(dependencyFiles, new Hovers({ projects, checks, lookUps, popular })),
    place,
    profileStatus(checks, place),
    indexStatus(lookUps, place),
    namesStatus(popular, place),
    popular.onChanged(() => checks.again()),
    workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('countersign.pinning')) checks.again();
    }),
  ];
}
