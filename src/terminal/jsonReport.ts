import type { Fix } from '../core/checks/check.ts';
import type { ReportedFinding } from '../core/checks/runChecks.ts';
import type { SuppressedFinding } from '../core/checks/suppressions.ts';
import type { Requirement } from '../core/documents/requirement.ts';
import { isValidName, normalizeName } from '../core/names/normalizeName.ts';
import { redact } from '../core/text/redact.ts';
import { isPinnedAndHashed } from '../core/requirementsFile/pinnedAndHashed.ts';
import { escapeInvisible } from './escapeInvisible.ts';
import type { PlacedReport } from './placedReport.ts';

/** The documented form, schema 1. Fields are only ever added to it. */
export function jsonReport(reports: readonly PlacedReport[], version: string): string {
  const report = { schema: 1, tool: { name: 'countersign', version }, projects: reports.map(project) };
  return `${escapeInvisible(JSON.stringify(report, null, 2))}\n`;
}

function project(report: PlacedReport): unknown {
  const { path, pyproject, profile, documents, findings, suppressed, skipped, unanswered } = report;
  const { name = null, version = null } = pyproject?.facts ?? {};
  return {
    path,
    name: name !== null && isValidName(name) ? normalizeName(name) : null,
    version: version === 'dynamic' ? null : version,
    profile: profile.profile,
    profileReason: profile.reason,
    files: files(report),
    requirements: documents.flatMap(document => document.requirements.map(requirement)),
    findings: findings.map(finding),
    suppressed: suppressed.map(suppressedFinding),
    skipped,
    unanswered,
  };
}

function files({ documents, locks }: PlacedReport): readonly unknown[] {
  const byFile = new Map(documents.map(document => [document.file, document]));
  const judged = documents.map(({ file, kind }) => ({
    file,
    kind,
    pinnedAndHashed: kind === 'requirements' ? isPinnedAndHashed(file, byFile) : null,
  }));
  return [...judged, ...locks.map(({ file, kind }) => ({ file, kind, pinnedAndHashed: null }))];
}

function requirement({ file, span, section, name, extras, specifier, reference, marker, pin, problem }: Requirement): unknown {
  return {
    file,
    line: span.start.line + 1,
    section,
    name,
    extras,
    specifier,
    url: reference === null ? null : redact(reference.url),
    marker,
    pin,
    valid: problem === null,
  };
}

function finding({ rule, severity, file, span, message, package: about, rejection, fixes = [] }: ReportedFinding): object {
  return {
    rule,
    severity,
    file,
    range: span,
    message,
    ...(about !== undefined && { package: about }),
    ...(rejection !== undefined && { rejection }),
    fixes: fixes.map(fix),
  };
}

/** The suppression report: what was found, and why it does not count. */
function suppressedFinding(found: SuppressedFinding): unknown {
  const { rule, severity, file, span, message, package: about, how, reason } = found;
  return { rule, severity, file, range: span, message, ...(about !== undefined && { package: about }), how, reason };
}

function fix({ title, edits }: Fix): unknown {
  return { title, edits: edits.map(({ file, span, newText }) => ({ file, range: span, newText })) };
}
