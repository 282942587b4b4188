import type { Severity } from '../core/checks/check.ts';
import type { ReportedFinding } from '../core/checks/runChecks.ts';
import { isWholeFile, type Span } from '../core/text/span.ts';
import { visibleText } from '../core/text/visibleText.ts';
import type { PlacedReport } from './placedReport.ts';
import { pathFromHere } from './sarifReport.ts';

const commands: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'notice', hint: 'notice' };

/** GitHub's workflow commands, one a line: marks on the lines of a pull request. */
export function githubReport(reports: readonly PlacedReport[]): string {
  return reports.flatMap(report => report.findings.map(finding => `${annotation(report, finding)}\n`)).join('');
}

function annotation(report: PlacedReport, { severity, file, span, rule, message }: ReportedFinding): string {
  const properties = { file: pathFromHere(report, file), ...placeOf(span), title: rule };
  const written = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(visibleText(value))}`);
  return `::${commands[severity]} ${written.join(',')}::${escapeText(visibleText(message))}`;
}

/** Columns are dropped by GitHub where a mark spans lines. */
function placeOf(span: Span): Readonly<Record<string, string>> {
  if (isWholeFile(span)) return { line: '1' };
  const lines = { line: fromOne(span.start.line), endLine: fromOne(span.end.line) };
  return span.start.line === span.end.line
    ? { ...lines, col: fromOne(span.start.character), endColumn: fromOne(span.end.character) }
    : lines;
}

function fromOne(place: number): string {
  return String(place + 1);
}

function escapeText(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeText(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
