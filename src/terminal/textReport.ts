import type { UnansweredName } from '../app/gatherIndexFacts.ts';
import { severities, type Severity } from '../core/checks/check.ts';
import type { ReportedFinding } from '../core/checks/runChecks.ts';
import { visibleText } from '../core/text/visibleText.ts';
import type { PlacedReport } from './placedReport.ts';

const colours: Readonly<Record<Severity, number>> = { error: 31, warning: 33, info: 36, hint: 2 };
const nouns: Readonly<Record<Severity, readonly [one: string, several: string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  info: ['note', 'notes'],
  hint: ['hint', 'hints'],
};

/** For people: a paragraph for each project, then the sum. Whatever comes from files is made visible. */
export function textReport(reports: readonly PlacedReport[], coloured: boolean): string {
  const findings = reports.flatMap(report => report.findings);
  const paragraphs = reports.map(report =>
    [
      heading(report),
      ...report.findings.map(finding => line(finding, coloured)),
      ...suppressedLine(report),
      ...skippedLine(report),
      ...unansweredLine(report),
    ].join('\n'),
  );
  return [...paragraphs, sum(findings, reports.length)].join('\n\n') + '\n';
}

function heading({ shownPath, pyproject, profile }: PlacedReport): string {
  const { name = null, version = null } = pyproject?.facts ?? {};
  const title = [name, version === 'dynamic' ? null : version].filter(part => part !== null).join(' ');
  const kind = pyproject === null ? 'no pyproject.toml' : `${profile.profile}: ${profile.reason}`;
  return `${visibleText(shownPath)}${title === '' ? '' : `: ${visibleText(title)}`} (${kind})`;
}

/** Lines and characters count from 1, as editors show them. */
function line({ file, span, severity, message, rule }: ReportedFinding, coloured: boolean): string {
  const place = `${visibleText(file)}:${span.start.line + 1}:${span.start.character + 1}`;
  const [word] = nouns[severity];
  return `  ${place}: ${coloured ? `\u001b[${colours[severity]}m${word}\u001b[0m` : word}: ${visibleText(message)} [${rule}]`;
}

function skippedLine({ skipped }: PlacedReport): readonly string[] {
  const reasons = [...new Set(skipped.map(({ reason }) => reason))];
  return reasons.map(
    reason =>
      `  not checked, ${reason}: ${skipped
        .filter(check => check.reason === reason)
        .map(check => check.rule)
        .join(', ')}`,
  );
}

function suppressedLine({ suppressed }: PlacedReport): readonly string[] {
  return suppressed.length === 0 ? [] : [`  suppressed, with a reason each: ${suppressed.length}`];
}

const reasons: Readonly<Record<UnansweredName['reason'], string>> = {
  withheld: 'they may be private, or come from elsewhere',
  'too-many': 'there are too many',
  closed: 'the index wants a password',
  unreachable: 'the index did not answer',
  unreadable: 'the answer cannot be read',
  advisories: 'no database of vulnerabilities answered',
};

function unansweredLine({ unanswered }: PlacedReport): readonly string[] {
  const kinds = [...new Set(unanswered.map(({ reason }) => reason))];
  return kinds.map(kind => {
    const names = unanswered.filter(({ reason }) => reason === kind).map(({ name }) => visibleText(name));
    const shown = names.length > 5 ? [...names.slice(0, 5), `${names.length - 5} more`] : names;
    return `  not looked up, ${reasons[kind]}: ${shown.join(', ')}`;
  });
}

function sum(findings: readonly ReportedFinding[], projects: number): string {
  const counts = severities.map(severity => ({ severity, count: findings.filter(finding => finding.severity === severity).length }));
  const parts = counts.filter(({ count }) => count > 0).map(({ severity, count }) => `${count} ${nouns[severity][count === 1 ? 0 : 1]}`);
  return `${parts.length === 0 ? 'Nothing found' : parts.join(', ')} in ${projects === 1 ? 'one project' : `${projects} projects`}.`;
}
