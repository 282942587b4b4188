import * as vscode from 'vscode';

import { marksOf } from '../../core/checks/marks.ts';
import type { ReportedFinding } from '../../core/checks/runChecks.ts';
import { hoverLines } from '../../core/documents/hoverLines.ts';
import { ownNameLines } from '../../core/names/ownNameLines.ts';
import { TOOL_FILE } from '../../core/project/toolTable.ts';
import type { Span } from '../../core/text/span.ts';
import type { LiveChecks } from './liveChecks.ts';
import type { FactsAt } from './lookUps.ts';
import { rangeOf } from './places.ts';
import type { PopularNames } from './popularNames.ts';
import type { ProjectFile, WorkspaceProjects } from './workspaceProjects.ts';

export interface HoverSources {
  readonly projects: WorkspaceProjects;
  readonly checks: LiveChecks;
  readonly lookUps: { readonly factsAt: FactsAt };
  readonly popular: Pick<PopularNames, 'list'>;
}

/** What is known of the dependency under the pointer, or of the project's own name, as plain text: nothing in it is Markdown. */
export class Hovers implements vscode.HoverProvider {
  readonly #sources: HoverSources;

  constructor(sources: HoverSources) {
    this.#sources = sources;
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const found = this.#sources.projects.known(document.uri);
    return found && (this.#dependency(found, position) ?? this.#ownName(found, document, position));
  }

  #dependency(found: ProjectFile, position: vscode.Position): vscode.Hover | null {
    const { checks, lookUps, popular } = this.#sources;
    const requirements = found.project.document(found.file)?.requirements ?? [];
    const requirement = requirements.find(({ span }) => rangeOf(span).contains(position));
    if (requirement === undefined) return null;
    const findings = unmarked(checks.latest(found.project.folder)?.judgement.findings ?? [], found);
    const index = lookUps.factsAt(found.project);
    return plain(hoverLines(requirement, { findings, locks: found.project.locks, index, names: popular.list }), requirement.span);
  }

  /** Where it stands is as old as the last pause, so the text there is asked again. */
  #ownName({ project, file }: ProjectFile, document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const { list } = this.#sources.popular;
    const { name } = project.pyproject?.facts ?? {};
    const span = project.pyproject?.spans.name;
    if (list === null || !name || !span || file !== TOOL_FILE || !rangeOf(span).contains(position)) return null;
    return document.getText(rangeOf(span)).includes(name) ? plain(ownNameLines(name, list), span) : null;
  }
}

function plain(lines: readonly string[], span: Span): vscode.Hover {
  const text = new vscode.MarkdownString();
  lines.forEach((line, place) => (place === 0 ? text.appendText(line) : text.appendMarkdown('\n\n').appendText(line)));
  return new vscode.Hover(text, rangeOf(span));
}

/** The editor shows what is marked by itself. */
function unmarked(findings: readonly ReportedFinding[], { project, file }: ProjectFile): readonly ReportedFinding[] {
  const { shown } = marksOf(findings, file, project.document(file));
  return findings.filter(finding => !shown.includes(finding));
}
