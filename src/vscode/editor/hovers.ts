import * as vscode from 'vscode';

import { marksOf } from '../../core/checks/marks.ts';
import type { ReportedFinding } from '../../core/checks/runChecks.ts';
import { hoverLines } from '../../core/documents/hoverLines.ts';
import type { LiveChecks } from './liveChecks.ts';
import type { FactsAt } from './lookUps.ts';
import { rangeOf } from './places.ts';
import type { ProjectFile, WorkspaceProjects } from './workspaceProjects.ts';

/** What is known of the dependency under the pointer, as plain text: nothing in it is Markdown. */
export class Hovers implements vscode.HoverProvider {
  readonly #projects: WorkspaceProjects;
  readonly #checks: LiveChecks;
  readonly #facts: FactsAt;

  constructor(projects: WorkspaceProjects, checks: LiveChecks, facts: FactsAt) {
    this.#projects = projects;
    this.#checks = checks;
    this.#facts = facts;
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const found = this.#projects.known(document.uri);
    const requirements = found?.project.document(found.file)?.requirements ?? [];
    const requirement = requirements.find(({ span }) => rangeOf(span).contains(position));
    if (!found || requirement === undefined) return null;
    const findings = unmarked(this.#checks.latest(found.project.folder)?.judgement.findings ?? [], found);
    const lines = hoverLines(requirement, { findings, locks: found.project.locks, index: this.#facts(found.project) });
    const text = new vscode.MarkdownString();
    lines.forEach((line, place) => (place === 0 ? text.appendText(line) : text.appendMarkdown('\n\n').appendText(line)));
    return new vscode.Hover(text, rangeOf(requirement.span));
  }
}

/** The editor shows what is marked by itself. */
function unmarked(findings: readonly ReportedFinding[], { project, file }: ProjectFile): readonly ReportedFinding[] {
  const { shown } = marksOf(findings, file, project.document(file));
  return findings.filter(finding => !shown.includes(finding));
}
