import type { ReportedFinding } from '../core/checks/runChecks.ts';
import type { Fix } from '../core/checks/check.ts';
import { isValidName, normalizeName } from '../core/names/normalizeName.ts';
import { replaceInvisible } from '../core/text/visibleText.ts';
import type { PlacedReport } from './placedReport.ts';

/** The documented form, schema 1. Fields are only ever added to it. */
export function jsonReport(reports: readonly PlacedReport[], version: string): string {
  const report = { schema: 1, tool: { name: 'countersign', version }, projects: reports.map(project) };
  return `${escapeInvisible(JSON.stringify(report, null, 2))}\n`;
}

function project({ path, pyproject, profile, findings, skipped }: PlacedReport): unknown {
  const { name = null, version = null } = pyproject?.facts ?? {};
  return {
    path,
    name: name !== null && isValidName(name) ? normalizeName(name) : null,
    version: version === 'dynamic' ? null : version,
    profile: profile.profile,
    profileReason: profile.reason,
    files: pyproject === null ? [] : [{ file: 'pyproject.toml', kind: 'pyproject', pinnedAndHashed: null }],
    requirements: [],
    findings: findings.map(finding),
    skipped,
  };
}

function finding({ rule, severity, file, span, message, package: about, rejection, fixes = [] }: ReportedFinding): unknown {
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

function fix({ title, edits }: Fix): unknown {
  return { title, edits: edits.map(({ file, span, newText }) => ({ file, range: span, newText })) };
}

/** In JSON's own escapes, so that a terminal shows what is there and a reader gets the same text. */
function escapeInvisible(json: string): string {
  return replaceInvisible(json, character =>
    character === '\n' ? character : Array.from({ length: character.length }, (_, unit) => escape(character.charCodeAt(unit))).join(''),
  );
}

function escape(unit: number): string {
  return `\\u${unit.toString(16).padStart(4, '0')}`;
}
