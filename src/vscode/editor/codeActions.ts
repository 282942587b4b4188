import * as vscode from 'vscode';

import { lockThatMends } from '../../app/lockAgain.ts';
import type { Fix } from '../../core/checks/check.ts';
import { chooseFixes } from '../../core/checks/chooseFixes.ts';
import { canBeSilenced } from '../../core/checks/ruleNames.ts';
import type { ReportedFinding } from '../../core/checks/runChecks.ts';
import { TOOL_FILE } from '../../core/project/toolTable.ts';
import { labelText } from '../../core/text/visibleText.ts';
import { internalCommands } from '../commandIds.ts';
import type { Judged, LiveChecks } from './liveChecks.ts';
import { openDocument, rangeOf, uriOf } from './places.ts';
import type { WorkspaceProjects } from './workspaceProjects.ts';

const FIX_ALL = vscode.CodeActionKind.SourceFixAll.append('countersign');

/** Repairs of what is marked, the whole file's at once, and the way to say that a finding is meant to stay. */
export class CodeActions implements vscode.CodeActionProvider {
  static readonly kinds = [vscode.CodeActionKind.QuickFix, FIX_ALL];
  readonly #projects: WorkspaceProjects;
  readonly #checks: LiveChecks;

  constructor(projects: WorkspaceProjects, checks: LiveChecks) {
    this.#projects = projects;
    this.#checks = checks;
  }

  provideCodeActions(document: vscode.TextDocument, range: vscode.Range, context: vscode.CodeActionContext): vscode.CodeAction[] {
    const found = this.#projects.known(document.uri);
    const judged = found && this.#checks.latest(found.project.folder);
    if (!found || !judged || isOutdated(judged)) return [];
    const own = judged.judgement.findings.filter(({ file }) => file === found.file);
    if (context.only !== undefined && FIX_ALL.intersects(context.only)) return fixAll(judged, own);
    const touched = own.filter(({ span }) => rangeOf(span).intersection(range) !== undefined);
    return [
      ...touched.flatMap(finding => fixActions(judged, finding, context.diagnostics)),
      ...lockActions(judged, touched, context.diagnostics),
      ...acceptActions(document, touched, context.diagnostics),
      ...(judged.project.document(found.file) === null ? [] : suppressActions(document, touched, judged.project.holds(TOOL_FILE))),
    ];
  }
}

/** An edit by places that were found in another text would change something else. */
function isOutdated({ project }: Judged): boolean {
  return project.files.some(file => {
    const document = openDocument(uriOf(project.folder, file));
    return document !== null && document.getText() !== project.text(file).replace(/^\uFEFF/, '');
  });
}

function fixActions({ project }: Judged, finding: ReportedFinding, marks: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
  return (finding.fixes ?? []).map((fix, place) => {
    const action = new vscode.CodeAction(labelText(fix.title), vscode.CodeActionKind.QuickFix);
    action.edit = toEdit(project.folder, fix);
    action.isPreferred = place === 0 && fix.needsReview !== true && fix.needsChoice !== true;
    action.diagnostics = marksOf(finding, marks);
    return action;
  });
}

function marksOf({ rule, span }: ReportedFinding, marks: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  return marks.filter(({ range, code }) => range.isEqual(rangeOf(span)) && typeof code === 'object' && code.value === rule);
}

/** A fix that has to be seen first opens VS Code's own preview of the difference. */
function toEdit(folder: string, { title, edits, needsReview = false }: Pick<Fix, 'title' | 'edits' | 'needsReview'>): vscode.WorkspaceEdit {
  const edit = new vscode.WorkspaceEdit();
  const metadata = { needsConfirmation: needsReview, label: labelText(title) };
  for (const { file, span, newText } of edits) edit.replace(uriOf(folder, file), rangeOf(span), newText, metadata);
  return edit;
}

function fixAll({ project }: Judged, findings: readonly ReportedFinding[]): vscode.CodeAction[] {
  const { count, edits } = chooseFixes(findings);
  if (count === 0) return [];
  const title = 'Countersign: Fix All in This File';
  const action = new vscode.CodeAction(title, FIX_ALL);
  action.edit = toEdit(project.folder, { title, edits });
  return [action];
}

/** Only where the workspace is trusted: a tool is run. */
function lockActions({ project }: Judged, findings: readonly ReportedFinding[], marks: readonly vscode.Diagnostic[]): vscode.CodeAction[] {
  if (!vscode.workspace.isTrusted) return [];
  const files = new Set(findings.flatMap(finding => lockThatMends(project, finding) ?? []));
  return [...files].map(file => {
    const title = labelText(project.holds(file) ? `Lock ${file} again…` : `Make ${file}…`);
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { command: internalCommands.lock, title, arguments: [{ folder: project.folder, file }] };
    action.diagnostics = findings.filter(finding => lockThatMends(project, finding) === file).flatMap(finding => marksOf(finding, marks));
    return action;
  });
}

/** The way to let a name stay: for the whole project, not for a line. */
function acceptActions(
  { uri }: vscode.TextDocument,
  findings: readonly ReportedFinding[],
  marks: readonly vscode.Diagnostic[],
): vscode.CodeAction[] {
  return findings.flatMap(finding => {
    const { rule, span, package: name } = finding;
    if (rule !== 'dep/typosquat' || name === undefined) return [];
    const title = `I mean "${labelText(name)}" …`;
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { command: internalCommands.acceptName, title, arguments: [{ uri: uri.toString(), line: span.start.line, name }] };
    action.diagnostics = marksOf(finding, marks);
    return [action];
  });
}

/** A name that is meant is said once for the whole project, where it has a place for that. */
function suppressActions({ uri }: vscode.TextDocument, findings: readonly ReportedFinding[], hasTable: boolean): vscode.CodeAction[] {
  const isAccepted = ({ rule, package: name }: ReportedFinding): boolean => hasTable && rule === 'dep/typosquat' && name !== undefined;
  const silenced = findings.filter(finding => canBeSilenced(finding.rule) && !isAccepted(finding));
  const byRule = new Map(silenced.map(finding => [finding.rule, finding]));
  return [...byRule.values()].map(({ rule, span }) => {
    const title = `Leave it, and say why (${rule})…`;
    const action = new vscode.CodeAction(title, vscode.CodeActionKind.QuickFix);
    action.command = { command: internalCommands.suppress, title, arguments: [{ uri: uri.toString(), rule, line: span.start.line }] };
    return action;
  });
}
