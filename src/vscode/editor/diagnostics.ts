import * as vscode from 'vscode';

import type { Severity } from '../../core/checks/check.ts';
import { marksOf, type Marks } from '../../core/checks/marks.ts';
import { ruleUrl } from '../../core/checks/ruleUrl.ts';
import type { ReportedFinding } from '../../core/checks/runChecks.ts';
import { visibleText } from '../../core/text/visibleText.ts';
import type { Judged } from './liveChecks.ts';
import { rangeOf, uriOf } from './places.ts';

const severities: Readonly<Record<Severity, vscode.DiagnosticSeverity>> = {
  error: vscode.DiagnosticSeverity.Error,
  warning: vscode.DiagnosticSeverity.Warning,
  info: vscode.DiagnosticSeverity.Information,
  hint: vscode.DiagnosticSeverity.Hint,
};

/** What was drawn in a file: for which text, and which marks. */
interface Drawn {
  readonly text: string;
  readonly marks: string;
}

/**
 * Draws what was found. Faults of the syntax are a collection of their own, renewed in the pauses only: between
 * them the editor moves their marks along with the text.
 */
export class Diagnostics implements vscode.Disposable {
  readonly #findings = vscode.languages.createDiagnosticCollection('countersign');
  readonly #syntax = vscode.languages.createDiagnosticCollection('countersign-syntax');
  /** By folder, then by file. */
  readonly #drawn = new Map<string, Map<string, Drawn>>();

  draw({ project, judgement, isSettled }: Judged): void {
    const { folder } = project;
    const drawn = this.#drawn.get(folder) ?? new Map<string, Drawn>();
    this.#drawn.set(folder, drawn);
    // What an inclusion reaches outside of the folder is drawn when it is looked at as a part of its own project.
    const own = project.files.filter(file => !file.startsWith('../'));
    for (const file of [...drawn.keys()]) if (!own.includes(file)) this.#clear(folder, file, drawn);
    for (const file of own)
      this.#drawFile(
        project,
        file,
        judgement.findings.filter(finding => finding.file === file),
        isSettled,
        drawn,
      );
  }

  leave(folder: string): void {
    const drawn = this.#drawn.get(folder) ?? new Map<string, Drawn>();
    for (const file of [...drawn.keys()]) this.#clear(folder, file, drawn);
    this.#drawn.delete(folder);
  }

  dispose(): void {
    this.#findings.dispose();
    this.#syntax.dispose();
  }

  /** Marks of a text that has not changed are left alone while they are the same. */
  #drawFile(
    project: Judged['project'],
    file: string,
    found: readonly ReportedFinding[],
    isSettled: boolean,
    drawn: Map<string, Drawn>,
  ): void {
    const isSyntax = ({ rule }: ReportedFinding): boolean => rule === 'toml/syntax';
    const findings = marksOf(
      found.filter(finding => !isSyntax(finding)),
      file,
      project.document(file),
    );
    const syntax = marksOf(found.filter(isSyntax), file, null);
    const now: Drawn = { text: project.text(file), marks: JSON.stringify([findings, isSettled ? syntax : null].map(keyOf)) };
    const before = drawn.get(file);
    if (before?.text === now.text && before.marks === now.marks) return;
    drawn.set(file, now);
    const uri = uriOf(project.folder, file);
    this.#findings.set(uri, toDiagnostics(findings));
    if (isSettled) this.#syntax.set(uri, toDiagnostics(syntax));
  }

  #clear(folder: string, file: string, drawn: Map<string, Drawn>): void {
    drawn.delete(file);
    this.#findings.delete(uriOf(folder, file));
    this.#syntax.delete(uriOf(folder, file));
  }
}

function keyOf(marks: Marks | null): unknown {
  return marks && [marks.rest, ...marks.shown.map(({ rule, severity, message, span }) => [rule, severity, message, span])];
}

function toDiagnostics({ shown, rest }: Marks): vscode.Diagnostic[] {
  return [...shown.map(toDiagnostic), ...(rest > 0 ? [summary(rest)] : [])];
}

function toDiagnostic({ span, message, severity, rule }: ReportedFinding): vscode.Diagnostic {
  const diagnostic = new vscode.Diagnostic(rangeOf(span), visibleText(message), severities[severity]);
  diagnostic.source = 'countersign';
  diagnostic.code = { value: rule, target: vscode.Uri.parse(ruleUrl(rule)) };
  return diagnostic;
}

function summary(rest: number): vscode.Diagnostic {
  const message = `${rest} more findings in this file are not marked. "countersign check" in a terminal lists them all.`;
  const diagnostic = new vscode.Diagnostic(new vscode.Range(0, 0, 0, 0), message, vscode.DiagnosticSeverity.Information);
  diagnostic.source = 'countersign';
  return diagnostic;
}
