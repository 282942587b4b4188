import * as vscode from 'vscode';

import { CodeActions } from './codeActions.ts';
import { dependencyFiles } from './dependencyFiles.ts';
import { Diagnostics } from './diagnostics.ts';
import { Hovers } from './hovers.ts';
import { IndexStatus } from './indexStatus.ts';
import { Inlays } from './inlays.ts';
import type { LiveChecks } from './liveChecks.ts';
import type { LookUps } from './lookUps.ts';
import { ProfileStatus } from './profileStatus.ts';
import { StatusPlace } from './statusPlace.ts';
import type { WorkspaceProjects } from './workspaceProjects.ts';

/** All that a person sees of the checks in an editor. */
export function surfaces(projects: WorkspaceProjects, checks: LiveChecks, lookUps: LookUps): readonly Pick<vscode.Disposable, 'dispose'>[] {
  const { languages, workspace } = vscode;
  const diagnostics = new Diagnostics();
  const inlays = new Inlays(projects, checks);
  const place = new StatusPlace(projects, checks);
  return [
    diagnostics,
    checks.onJudged(judged => diagnostics.draw(judged)),
    checks.onLeft(folder => (diagnostics.leave(folder), lookUps.forget(folder))),
    languages.registerCodeActionsProvider(dependencyFiles, new CodeActions(projects, checks), {
      providedCodeActionKinds: CodeActions.kinds,
    }),
    inlays,
    languages.registerInlayHintsProvider(dependencyFiles, inlays),
    languages.registerHoverProvider(dependencyFiles, new Hovers(projects, checks, lookUps.factsAt)),
    place,
    new ProfileStatus(checks, place),
    new IndexStatus(lookUps, place),
    workspace.onDidChangeConfiguration(change => {
      if (change.affectsConfiguration('countersign.pinning')) checks.again();
    }),
  ];
}
