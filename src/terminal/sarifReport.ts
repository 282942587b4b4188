import { catalogue } from '../core/checks/catalogue.ts';
import type { Check, Need, Severity } from '../core/checks/check.ts';
import { ruleUrl } from '../core/checks/ruleUrl.ts';
import type { ReportedFinding } from '../core/checks/runChecks.ts';
import type { SuppressedFinding } from '../core/checks/suppressions.ts';
import { isWholeFile, type Span } from '../core/text/span.ts';
import { visibleText } from '../core/text/visibleText.ts';
import { escapeInvisible } from './escapeInvisible.ts';
import type { PlacedReport } from './placedReport.ts';

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };
const SCHEMA = 'https://json.schemastore.org/sarif-2.1.0.json';

/** SARIF 2.1.0 (OASIS), with all rules and what was suppressed. Paths are relative to the working folder. */
export function sarifReport(reports: readonly PlacedReport[], version: string): string {
  const driver = { name: 'countersign', version, informationUri: ruleUrl(null), rules: catalogue.map(rule) };
  const results = reports.flatMap(report => [
    ...report.findings.map(finding => result(report, finding)),
    ...report.suppressed.map(finding => ({ ...result(report, finding), suppressions: [suppression(finding)] })),
  ]);
  const run = { tool: { driver }, columnKind: 'utf16CodeUnits', results };
  return `${escapeInvisible(JSON.stringify({ $schema: SCHEMA, version: '2.1.0', runs: [run] }, null, 2))}\n`;
}

function rule({ id, title, severity, documentation: { what, why, mend } }: Check<Need>): unknown {
  const level = severity.library === 'off' ? severity.application : severity.library;
  return {
    id,
    shortDescription: { text: title },
    fullDescription: { text: what },
    helpUri: ruleUrl(id),
    help: { text: `${what}\n\n${why}\n\n${mend}` },
    defaultConfiguration: level === 'off' ? { enabled: false } : { level: levels[level] },
  };
}

function result(report: PlacedReport, { rule: id, severity, file, span, message }: ReportedFinding): object {
  const region = isWholeFile(span) ? {} : { region: regionOf(span) };
  return {
    ruleId: id,
    ruleIndex: catalogue.findIndex(check => check.id === id),
    level: levels[severity],
    message: { text: visibleText(message) },
    locations: [{ physicalLocation: { artifactLocation: { uri: uriOf(pathFromHere(report, file)) }, ...region } }],
  };
}

function suppression({ how, reason }: SuppressedFinding): object {
  return { kind: how === 'comment' ? 'inSource' : 'external', status: 'accepted', justification: reason };
}

/** A file of a project as a person in the working folder names it. */
export function pathFromHere({ shownPath }: PlacedReport, file: string): string {
  const folder = shownPath.replace(/\\/g, '/').replace(/\/+$/, '');
  return folder === '.' || folder === '' ? file : `${folder}/${file}`;
}

/** Lines and columns count from 1 there. */
function regionOf({ start, end }: Span): object {
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}

function uriOf(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
